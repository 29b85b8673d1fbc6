package parallel_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"headroom/site/parallel"
)

func TestMap(t *testing.T) {
	half := func(n int) (int, error) {
		if n%2 == 1 {
			return 0, fmt.Errorf("%d is odd", n)
		}
		return n / 2, nil
	}
	made, err := parallel.Map([]int{4, 2, 8}, half)
	assert.NoError(t, err)
	assert.Equal(t, []int{2, 1, 4}, made)

	made, err = parallel.Map([]int{3, 2, 1}, half)
	assert.EqualError(t, err, "3 is odd\n1 is odd")
	assert.Equal(t, []int{0, 1, 0}, made, "what did not fail is there")

	made, err = parallel.Map(nil, half)
	assert.NoError(t, err)
	assert.Empty(t, made)
}
