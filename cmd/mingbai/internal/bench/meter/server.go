package meter

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"time"
)

// poll is how often a page is asked for.
const poll = 5 * time.Millisecond

// Server is a command that serves a site until it is stopped.
type Server struct {
	cmd    *exec.Cmd
	ended  chan error
	client http.Client
}

// Start starts a server and waits until it answers for the page at url.
func Start(ctx context.Context, c Command, url string, limit time.Duration) (*Server, error) {
	s := &Server{cmd: exec.CommandContext(ctx, c.Args[0], c.Args[1:]...), ended: make(chan error, 1)}
	s.client.Timeout = limit
	s.cmd.Dir, s.cmd.Env = c.Dir, append(os.Environ(), c.Env...)
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { s.ended <- s.cmd.Wait() }()
	if _, err := s.Await(ctx, url, "", limit); err != nil {
		s.Stop()
		return nil, fmt.Errorf("%s: %w", strings.Join(c.Args, " "), err)
	}
	return s, nil
}

// Await polls a page until it holds a text, and tells how long that took.
func (s *Server) Await(ctx context.Context, url, text string, limit time.Duration) (time.Duration, error) {
	start := time.Now()
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	for {
		if page, ok := s.get(ctx, url); ok && strings.Contains(page, text) {
			return time.Since(start), nil
		}
		if time.Since(start) > limit {
			return 0, fmt.Errorf("%s does not show %q after %v", url, text, limit)
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			return 0, ctx.Err()
		case err := <-s.ended:
			s.ended <- err
			return 0, fmt.Errorf("the server ended: %v", err)
		}
	}
}

func (s *Server) get(ctx context.Context, url string) (string, bool) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return "", false
	}
	answer, err := s.client.Do(request)
	if err != nil {
		return "", false
	}
	defer answer.Body.Close()
	data, err := io.ReadAll(answer.Body)
	return string(data), err == nil && answer.StatusCode == http.StatusOK
}

// Stop ends the server.
func (s *Server) Stop() {
	_ = s.cmd.Process.Signal(os.Interrupt)
	select {
	case <-s.ended:
	case <-time.After(5 * time.Second):
		_ = s.cmd.Process.Kill()
		<-s.ended
	}
	s.client.CloseIdleConnections()
}

// FreePort is a port of this machine on which nothing listens.
func FreePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	_, port, err := net.SplitHostPort(l.Addr().String())
	return port, err
}
