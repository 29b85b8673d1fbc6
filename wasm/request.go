//go:build js && wasm

package main

import (
	"errors"
	"fmt"

	"github.com/hack-pad/safejs"

	"headroom/advisor/dump"
)

// A request is what the page asks, in Go's values.
type request struct {
	call     string
	name, os string
	plan     string
	host     string // that was checked before, as rule.Recall reads it
	accept   string
	today    string
	dump     []byte
	files    []dump.File // several texts of one host; nil where dump is the only one
	from, to int
	brief    bool                // the JSON without the settings and the unread lines, of which there can be very many
	format   string              // of a report to print: json, markdown, html
	tell     func(share float64) // of the work that is done
}

// readRequest reads the data of a message event. The id is null when the
// message has none; it is good even when the rest is in error.
func readRequest(args []safejs.Value) (r request, id safejs.Value, err error) {
	id = safejs.Null()
	if len(args) == 0 {
		return r, id, errors.New("a message without an event")
	}
	data, err := args[0].Get("data")
	if err != nil {
		return r, id, err
	}
	given, err := data.Get("id")
	if err != nil {
		return r, id, fmt.Errorf("the message is no request: %w", err)
	}
	id = given
	f := fields{data: data}
	r = request{
		call:   f.text("call"),
		name:   f.text("name"),
		os:     f.text("os"),
		plan:   f.text("plan"),
		host:   f.text("host"),
		accept: f.text("accept"),
		today:  f.text("today"),
		dump:   f.bytes("dump"),
		files:  f.files("files"),
		from:   f.number("from"),
		to:     f.number("to"),
		brief:  f.flag("brief"),
		format: f.text("format"),
	}
	return r, id, f.err
}

// fields reads the fields of an object, and keeps the first error. A field
// that is absent has the zero value.
type fields struct {
	data safejs.Value
	err  error
}

// get returns a field of that type; ok is false when it is absent or wrong.
func (f *fields) get(name string, want safejs.Type) (value safejs.Value, ok bool) {
	value, err := f.data.Get(name)
	if err == nil && (value.IsUndefined() || value.IsNull()) {
		return value, false
	}
	if err == nil && value.Type() != want {
		err = fmt.Errorf("%s is a %s", name, value.Type())
	}
	f.keep(err)
	return value, err == nil
}

func (f *fields) keep(err error) {
	if f.err == nil {
		f.err = err
	}
}

func (f *fields) text(name string) string {
	value, ok := f.get(name, safejs.TypeString)
	if !ok {
		return ""
	}
	s, err := value.String()
	f.keep(err)
	return s
}

func (f *fields) number(name string) int {
	value, ok := f.get(name, safejs.TypeNumber)
	if !ok {
		return 0
	}
	n, err := value.Int()
	f.keep(err)
	return n
}

func (f *fields) flag(name string) bool {
	value, ok := f.get(name, safejs.TypeBoolean)
	if !ok {
		return false
	}
	b, err := value.Bool()
	f.keep(err)
	return b
}

// files reads an array of {name, text, corrections}, text being a Uint8Array.
func (f *fields) files(name string) []dump.File {
	return list(f, name, func(one *fields) dump.File {
		return dump.File{Name: one.text("name"), Text: one.bytes("text"), Corrections: one.corrections("corrections")}
	})
}

// corrections reads an array of {from, to, as}.
func (f *fields) corrections(name string) []dump.Correction {
	return list(f, name, func(one *fields) dump.Correction {
		return dump.Correction{From: one.number("from"), To: one.number("to"), As: one.text("as")}
	})
}

// list reads an array of objects; nil when it is absent.
func list[T any](f *fields, name string, read func(one *fields) T) []T {
	value, ok := f.get(name, safejs.TypeObject)
	if !ok {
		return nil
	}
	length, err := value.Length()
	f.keep(err)
	all := make([]T, 0, length)
	for i := range length {
		entry, err := value.Index(i)
		f.keep(err)
		one := fields{data: entry, err: f.err}
		all = append(all, read(&one))
		f.keep(one.err)
	}
	return all
}

// bytes copies a Uint8Array.
func (f *fields) bytes(name string) []byte {
	value, ok := f.get(name, safejs.TypeObject)
	if !ok {
		return nil
	}
	length, err := value.Length()
	if err != nil {
		f.keep(fmt.Errorf("%s: %w", name, err))
		return nil
	}
	text := make([]byte, length)
	_, err = safejs.CopyBytesToGo(text, value)
	f.keep(err)
	return text
}
