package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// previewed is a preview of a site in a folder, whose one page a command copies
// from a source.
func previewed(t *testing.T) (p *preview, source string) {
	t.Helper()
	dist, sources := t.TempDir(), t.TempDir()
	source = filepath.Join(sources, "page")
	write(t, sources, "page", "first")
	write(t, dist, "index.html", "first")
	p, err := newPreview(newSite(os.DirFS(dist)), "cp "+source+" "+filepath.Join(dist, "index.html"), sources)
	require.NoError(t, err)
	return p, source
}

func get(p http.Handler, target string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	p.ServeHTTP(w, httptest.NewRequest("GET", target, nil))
	return w
}

// change writes a source, at a time that any clock tells from the last build.
func change(t *testing.T, source, text string) {
	t.Helper()
	require.NoError(t, os.WriteFile(source, []byte(text), 0o644))
	later := time.Now().Add(time.Second)
	require.NoError(t, os.Chtimes(source, later, later))
}

func TestAPageIsBuiltAnewWhenASourceHasChanged(t *testing.T) {
	p, source := previewed(t)
	assert.Equal(t, "first", get(p, "/").Body.String())
	change(t, source, "second, longer")
	assert.Equal(t, 404, get(p, "/assets/x.js").Code, "only a page is worth a build")
	assert.True(t, p.built.Before(time.Now()))
	assert.Equal(t, "second, longer", get(p, "/index.html").Body.String())
}

func TestAMistakeInASourceIsShownInPlaceOfThePage(t *testing.T) {
	p, source := previewed(t)
	change(t, source, "x")
	p.command = []string{"ls", "no/such/file"}
	r := get(p, "/")
	assert.Equal(t, 500, r.Code)
	assert.Contains(t, r.Body.String(), "ls no/such/file: exit status")
	assert.Contains(t, r.Body.String(), "No such file")
}

func TestAPreviewNeedsToKnowWhatToWatch(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "index.html", pageWithPolicy)
	status, _, stderr := headroom("", "serve", "-dir", dir, "-build", "true")
	assert.Equal(t, exitUsage, status)
	assert.Contains(t, stderr, "-watch")
}
