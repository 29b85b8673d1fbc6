package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSlug(t *testing.T) {
	assert.Equal(t, "the-fs-file-max-limit", slug("The fs.file-max limit"))
	assert.Equal(t, "old-kernels-2-2-and-2-4", slug("Old kernels: 2.2 and 2.4"))
	assert.Equal(t, "оценка-ресурсов", slug("Оценка ресурсов"))
	assert.Equal(t, "", slug("—"))
}
