package report

// For the tests that read a real text first.
var CheckMarkup, CheckDocument = checkMarkup, checkDocument
