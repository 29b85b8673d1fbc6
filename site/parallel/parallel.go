// Package parallel does the same to many things side by side.
package parallel

import (
	"errors"
	"sync"
)

// Map returns what f makes of each, in their order. All are done, whatever
// fails; the error joins what failed, in the same order.
func Map[T, R any](all []T, f func(T) (R, error)) ([]R, error) {
	made, problems := make([]R, len(all)), make([]error, len(all))
	var group sync.WaitGroup
	for i, one := range all {
		group.Go(func() { made[i], problems[i] = f(one) })
	}
	group.Wait()
	return made, errors.Join(problems...)
}
