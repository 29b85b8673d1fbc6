package site

import (
	"bytes"
	"encoding/xml"
)

// sitemap lists the pages for search engines: https://www.sitemaps.org,
// protocol 0.9. It needs the address of the site, as no relative one is allowed.
func sitemap(url string, pages []*page) ([]byte, error) {
	type entry struct {
		Location string `xml:"loc"`
	}
	set := struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []entry  `xml:"url"`
	}{}
	for _, p := range pages {
		set.URLs = append(set.URLs, entry{url + p.Address()})
	}
	set.URLs = append(set.URLs, entry{url + "rules.html"})
	var out bytes.Buffer
	out.WriteString(xml.Header)
	encoder := xml.NewEncoder(&out)
	encoder.Indent("", " ")
	if err := encoder.Encode(set); err != nil {
		return nil, err
	}
	out.WriteByte('\n')
	return out.Bytes(), nil
}
