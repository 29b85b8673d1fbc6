package site

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

// bundle joins each of some scripts and what it imports into one classic script,
// by its name. extra are files that stand beside the embedded ones. What several
// import is read once.
func bundle(extra map[string][]byte, entries ...string) (map[string][]byte, error) {
	var points []string
	for _, entry := range entries {
		points = append(points, "script/"+entry)
	}
	result := api.Build(api.BuildOptions{
		EntryPoints:       points,
		Outdir:            "/",
		Bundle:            true,
		Format:            api.FormatIIFE,
		Target:            api.ES2022,
		Charset:           api.CharsetUTF8,
		LegalComments:     api.LegalCommentsInline,
		MinifyWhitespace:  true,
		MinifySyntax:      true,
		MinifyIdentifiers: true,
		Plugins:           []api.Plugin{embedded(extra)},
	})
	if len(result.Errors) > 0 {
		return nil, messages(result.Errors)
	}
	made := map[string][]byte{}
	for _, file := range result.OutputFiles {
		made[filepath.Base(file.Path)] = file.Contents
	}
	return made, nil
}

// embedded lets esbuild read the scripts from the program instead of a disk.
func embedded(extra map[string][]byte) api.Plugin {
	const namespace = "embedded"
	return api.Plugin{Name: namespace, Setup: func(b api.PluginBuild) {
		b.OnResolve(api.OnResolveOptions{Filter: ".*"}, func(a api.OnResolveArgs) (api.OnResolveResult, error) {
			name := path.Clean(a.Path)
			if a.Importer != "" {
				name = path.Join(path.Dir(a.Importer), a.Path)
			}
			return api.OnResolveResult{Path: name, Namespace: namespace}, nil
		})
		b.OnLoad(api.OnLoadOptions{Filter: ".*", Namespace: namespace}, func(a api.OnLoadArgs) (api.OnLoadResult, error) {
			text, err := load(a.Path, extra)
			loader := api.LoaderJS
			if path.Ext(a.Path) == ".txt" {
				loader = api.LoaderText
			}
			return api.OnLoadResult{Contents: &text, Loader: loader}, err
		})
	}}
}

func load(name string, extra map[string][]byte) (string, error) {
	if text, ok := extra[path.Base(name)]; ok {
		return string(text), nil
	}
	text, err := fs.ReadFile(scripts, name)
	return string(text), err
}

func minifyStyle(css string) ([]byte, error) {
	result := api.Transform(css, api.TransformOptions{
		Loader:           api.LoaderCSS,
		Target:           api.ES2022,
		Engines:          []api.Engine{{Name: api.EngineChrome, Version: "123"}, {Name: api.EngineFirefox, Version: "128"}, {Name: api.EngineSafari, Version: "17.5"}},
		MinifyWhitespace: true,
		MinifySyntax:     true,
	})
	if len(result.Errors) > 0 {
		return nil, messages(result.Errors)
	}
	return result.Code, nil
}

func messages(list []api.Message) error {
	var all []error
	for _, m := range list {
		if m.Location == nil {
			all = append(all, errors.New(m.Text))
			continue
		}
		all = append(all, fmt.Errorf("%s:%d: %s", m.Location.File, m.Location.Line, m.Text))
	}
	return errors.Join(all...)
}
