package meter

import (
	"slices"
	"time"
)

// Number is what can be averaged.
type Number interface{ ~int64 | ~float64 }

// Median is the middle of some values; of an even number of them, the mean of
// the two in the middle. It is 0 for none.
func Median[T Number](values []T) T {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

// MedianSample is the median of each thing that was measured.
func MedianSample(samples []Sample) Sample {
	var all struct {
		wall, cpu []time.Duration
		peak      []int64
	}
	for _, s := range samples {
		all.wall, all.cpu, all.peak = append(all.wall, s.Wall), append(all.cpu, s.CPU), append(all.peak, s.Peak)
	}
	return Sample{Wall: Median(all.wall), CPU: Median(all.cpu), Peak: Median(all.peak)}
}

// Ratio is how often b goes into a; 0 where b is nothing.
func Ratio[T Number](a, b T) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}
