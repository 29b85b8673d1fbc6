package dump

// ReadTelling is [Read] that calls tell from time to time with how much of the
// texts has been read, from 0 to 1. tell may be nil.
func ReadTelling(files []File, os string, tell func(share float64)) *Dump {
	return readTelling(readers, files, os, tell)
}

// A progress knows how far the reading has come, in bytes as they were given.
type progress struct {
	tell   func(share float64)
	total  int
	before int // in the files that have been read
	size   int // of the present file
}

// everyLines is how many lines are read between two words of it.
const everyLines = 8192

func newProgress(files []File, tell func(share float64)) progress {
	p := progress{tell: tell}
	for _, f := range files {
		p.total += len(f.Text)
	}
	return p
}

// line is called with each line, and how many of its file's decoded bytes are
// left.
func (p *progress) line(n, left, size int) {
	if p.tell == nil || n%everyLines != 0 || size == 0 {
		return
	}
	read := float64(size-left) / float64(size)
	p.tell(min(1, (float64(p.before)+read*float64(p.size))/float64(p.total)))
}
