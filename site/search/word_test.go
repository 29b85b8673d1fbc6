package search

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestWords(t *testing.T) {
	for text, want := range map[string][]string{
		"Set net.core.somaxconn to 4096.":   {"set", "net.core.somaxconn", "to", "4096"},
		"131,072 or 1,000,000, not 12,34":   {"131072", "or", "1000000", "not", "12", "34"},
		"/etc/sysctl.d/90-communigate.conf": {"etc/sysctl.d/90-communigate.conf"},
		"--DefaultStackSize 131072":         {"defaultstacksize", "131072"},
		"TIME_WAIT, «Оценка» ресурсов":      {"time_wait", "оценка", "ресурсов"},
		"a... b -- c": {"a", "b", "c"},
		"":            nil,
	} {
		assert.Equal(t, want, slices.Collect(wordsOf(text)), text)
	}
}

func TestTermsAreWordsAndTheirParts(t *testing.T) {
	assert.Equal(t, []string{"rlim_fd_max", "rlim", "fd", "max", "a"}, slices.Collect(terms("rlim_fd_max a")))
}
