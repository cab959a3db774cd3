package pdf

import "math"

// matrix is an affine transformation in the order of PDF: a b c d e f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// times gives the transformation that is m first and then n.
func (m matrix) times(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// at transforms a point.
func (m matrix) at(x, y float64) (float64, float64) {
	return x*m[0] + y*m[2] + m[4], x*m[1] + y*m[3] + m[5]
}

// across and up are by how much the transformation stretches.
func (m matrix) across() float64 { return math.Hypot(m[0], m[1]) }
func (m matrix) up() float64     { return math.Hypot(m[2], m[3]) }

// matrixOf reads six numbers.
func matrixOf(v []float64) (matrix, bool) {
	if len(v) != 6 {
		return identity, false
	}
	return matrix(v), true
}
