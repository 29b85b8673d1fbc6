package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"
)

//go:embed all:site
var embedded embed.FS

// How long a request may take, so that a slow or stuck client holds nothing
// for ever. The write limit leaves time for the whole bundle on a thin line.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 10 * time.Second
	writeTimeout  = 5 * time.Minute
	idleTimeout   = time.Minute
	stopTimeout   = 5 * time.Second
	headerMost    = 16 << 10
)

func serve(args []string, _ io.Reader, stdout, _ io.Writer) (int, error) {
	set := flags("serve")
	addr := set.String("addr", "127.0.0.1:8080", "host and port to listen on")
	dir := set.String("dir", "", "a folder with a built site, in place of the one inside")
	build := set.String("build", "", "a `command` that builds the folder of -dir anew when a page is asked for and a source has changed")
	watch := set.String("watch", "", "the `folders` with the sources, with commas between them")
	if err := set.Parse(args); err != nil {
		return exitUsage, err
	}
	if set.NArg() > 0 {
		return exitUsage, fmt.Errorf("serve takes no files, but was given %q; -dir names a folder", set.Arg(0))
	}
	files, err := siteFiles(*dir)
	if err != nil {
		return exitUsage, err
	}
	handler := newSite(files)
	if *build != "" {
		if handler, err = newPreview(handler, *build, *watch); err != nil {
			return exitUsage, err
		}
	}
	listener, err := net.Listen("tcp", *addr)
	if err != nil {
		return exitUsage, fmt.Errorf("cannot listen on %s: %w; -addr names another address", *addr, cause(err))
	}
	fmt.Fprintf(stdout, "http://%s/\n", reachable(listener.Addr()))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends at once
	return exitOK, serveUntil(ctx, listener, handler)
}

// siteFiles is the built site: that of dir, or the one inside the program.
func siteFiles(dir string) (fs.FS, error) {
	files, err := fs.Sub(embedded, "site")
	if err != nil {
		return nil, err
	}
	if dir != "" {
		root, err := os.OpenRoot(dir)
		if err != nil {
			return nil, fmt.Errorf("cannot open the folder %s: %w", dir, reason(err))
		}
		files = root.FS()
	}
	return files, whole(files, dir)
}

// whole says what to do where there is no site.
func whole(files fs.FS, dir string) error {
	if _, err := fs.Stat(files, "index.html"); err == nil {
		return nil
	}
	if dir != "" {
		return fmt.Errorf("%s holds no index.html: -dir names a built site, such as dist", dir)
	}
	return errors.New("this program was built without the site: make build puts it in, or -dir names a built one")
}

// serveUntil serves until ctx ends, then lets running requests finish.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: headerTimeout,
		ReadTimeout:       readTimeout,
		WriteTimeout:      writeTimeout,
		IdleTimeout:       idleTimeout,
		MaxHeaderBytes:    headerMost,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	// The signal's context has ended: stopping has a limit of its own.
	limit, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	if err := server.Shutdown(limit); !errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	return server.Close()
}

// reachable is the address to type into a browser: one that listens on every
// interface is reached on this machine as 127.0.0.1.
func reachable(addr net.Addr) string {
	tcp, ok := addr.(*net.TCPAddr)
	if !ok || !tcp.IP.IsUnspecified() {
		return addr.String()
	}
	return net.JoinHostPort("127.0.0.1", fmt.Sprint(tcp.Port))
}

// cause is a network error without the address, which the sentence names.
func cause(err error) error {
	if call, ok := errors.AsType[*os.SyscallError](err); ok {
		return call.Err
	}
	if op, ok := errors.AsType[*net.OpError](err); ok {
		return op.Err
	}
	return err
}
