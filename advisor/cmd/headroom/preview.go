package main

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"time"
)

// A preview serves a site while it is being written: when a page is asked for
// and a source has changed, a command builds the site first. Nothing is pushed
// to the browser, whose pages allow no connection.
type preview struct {
	site    http.Handler
	command []string // builds the site; its words
	watched []string // folders with the sources

	mu      sync.Mutex
	built   time.Time // when the last build began
	problem string    // what it said when it failed
}

// newPreview serves site, which is up to date now. build is a command without
// quotes, watch a list of folders with commas.
func newPreview(site http.Handler, build, watch string) (*preview, error) {
	command := strings.Fields(build)
	if len(command) == 0 || watch == "" {
		return nil, errors.New("-build needs a command, and -watch the folders whose change calls for it")
	}
	return &preview{site: site, command: command, watched: strings.Split(watch, ","), built: time.Now()}, nil
}

func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if isPage(r.URL.Path) {
		if problem := p.refresh(); problem != "" {
			setCommonHeaders(w.Header())
			plainText(w, http.StatusInternalServerError, problem)
			return
		}
	}
	p.site.ServeHTTP(w, r)
}

// isPage reports whether a request is for a page: what a page loads comes with
// the build of the page.
func isPage(requested string) bool {
	return strings.HasSuffix(requested, "/") || path.Ext(requested) == ".html"
}

// refresh builds the site where a source is newer, and returns what stands in
// the way of the newest one.
func (p *preview) refresh() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	newest, err := lastChange(p.watched)
	if err != nil {
		return err.Error() + "\n"
	}
	if newest.Before(p.built) {
		return p.problem
	}
	p.built, p.problem = time.Now(), ""
	if out, err := exec.Command(p.command[0], p.command[1:]...).CombinedOutput(); err != nil {
		p.problem = fmt.Sprintf("%s: %v\n%s", strings.Join(p.command, " "), err, out)
	}
	return p.problem
}

// lastChange is when the youngest file or folder below the folders changed. What
// is hidden, or installed for tests, is no source.
func lastChange(folders []string) (time.Time, error) {
	var newest time.Time
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			if d.IsDir() && name != folder && (strings.HasPrefix(d.Name(), ".") || d.Name() == "node_modules") {
				return filepath.SkipDir
			}
			info, err := d.Info()
			if err == nil && info.ModTime().After(newest) {
				newest = info.ModTime()
			}
			return err
		})
		if err != nil {
			return newest, fmt.Errorf("-watch: %w", err)
		}
	}
	return newest, nil
}
