/* Stands before the theme's search worker, which it loads, and adds the records that hold the words of a query
   anywhere on their page. Whatever fails, the theme's own results stay. */
const SETUP = 0, QUERY = 2, RESULT = 3
const PIECES = 6, PAGES = 8, PATIENCE = 1500, WIDTH = 220
const ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
const WORD = new RegExp(`\\d+(?:\\.\\d+)+|[${ALONE}]|(?:(?![${ALONE}])[\\p{L}\\p{N}])+`, "gu")
const OPERATOR = /(^|\s)[-+]|[~^*]|\b(title|text|tags):/
const site = new URL("../../../", self.location)
const post = self.postMessage.bind(self)
let records = [], firsts = [], query = "", turn = 0

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) [records, firsts] = [data.docs.filter(doc => doc.record), data.config.records || []]
  if (type === QUERY) [query, turn] = [data, turn + 1]
})

self.postMessage = async message => {
  if (message.type !== RESULT) return post(message)
  const now = turn
  const late = new Promise(done => setTimeout(done, PATIENCE, message.data))
  const data = await Promise.race([found(message.data, query).catch(() => message.data), late])
  if (now === turn) post({ ...message, data })
}

/* The theme's results, and among them, before those that lack a word, the records that hold all words. */
async function found(data, query) {
  const words = OPERATOR.test(query) ? [] : [...new Set(query.toLowerCase().match(WORD))]
  const groups = new Map(data.items.map(items => [items.find(own)?.location ?? items[0].location, items]))
  const whole = new Map([...groups].filter(([, items]) => items.some(({ terms }) => all(Object.values(terms)))))
  const others = (await holders(words)).map(n => records[n]).filter(({ location }) => !whole.has(location))
  const deep = await Promise.all(others.map(async (doc, n) => {
    const terms = Object.fromEntries(words.map(word => [word, true]))
    const heads = groups.get(doc.location) || [{ ...doc, score: 0 }]
    const parts = n < PAGES ? await sections(doc, words, terms).catch(() => []) : []
    return [doc.location, [...parts, ...heads.map(item => ({ ...item, score: 0, terms }))]]
  }))
  deep.sort(([, [a]], [, [b]]) => b.score - a.score)
  const items = [...new Map([...whole, ...deep, ...groups]).values()]
  return { ...data, items: items.map((group, n) => group.map(item => shown(item, group, items.length - n))) }
}

const own = item => !item.location.includes("#")
const all = values => values.length > 0 && values.every(Boolean)

/* The places of the records that have, for each word, one that begins with it; those that have it in full first. */
async function holders(words) {
  const sets = (await Promise.all(words.map(holder))).filter(Boolean).sort((a, b) => a.size - b.size)
  const full = n => sets.reduce((total, set) => total + set.get(n), 0)
  const places = [...sets[0]?.keys() ?? []].filter(n => sets.every(set => set.has(n)))
  return places.sort((a, b) => full(b) - full(a) || b - a)
}

/* The records of one word; undefined if too many words begin so. */
async function holder(word) {
  const start = Math.max(0, firsts.filter(first => first <= word).length - 1)
  const end = firsts.findIndex((first, n) => n > start && !first.startsWith(word))
  const names = [...firsts.keys()].slice(start, end < 0 ? undefined : end)
  if (names.length > PIECES) return
  const places = new Map()
  for (const piece of await Promise.all(names.map(load)))
    for (const known in piece)
      if (known.startsWith(word))
        piece[known].reduce((at, gap) => (places.set(at + gap, known === word ? 1 : places.get(at + gap) ?? 0), at + gap), 0)
  return places
}

const pieces = new Map()
function load(name) {
  if (!pieces.has(name)) pieces.set(name, text(`search/records/${name}.json`).then(JSON.parse))
  return pieces.get(name)
}

async function text(place) {
  const answer = await fetch(new URL(place, site))
  if (!answer.ok) throw new Error(answer.statusText)
  return answer.text()
}

/* The sections of a record's page that have a word, the one with most of them close together first. */
async function sections(doc, words, terms) {
  const page = await text(doc.location)
  const body = page.slice(page.indexOf("<article"), page.lastIndexOf("</article>"))
  const parts = body.split(/(?=<h[2-6][^>]* id=")/).slice(1).map(html => {
    const [heading] = html.match(/^.*?<\/h\d>/s) ?? [html]
    const title = plain(heading), { count, excerpt } = best(plain(html.slice(heading.length)), words)
    const score = (count || words.some(word => pattern([word]).test(title))) / words.length
    const location = `${doc.location}#${/ id="([^"]*)"/.exec(heading)[1]}`
    return { location, title: marked(title, words), text: `<p>${marked(excerpt, words)}</p>`, score, terms }
  })
  return parts.filter(part => part.score).sort((a, b) => b.score - a.score)
}

const pattern = words => new RegExp(words.map(word => new RegExp(`[${ALONE}]`).test(word) ? word
  : `(?<![\\p{L}\\p{N}])${word.replace(/\./g, "\\.")}[\\p{L}\\p{N}]*`).join("|"), "giu")

const NAMES = { amp: "&", lt: "<", gt: ">", quot: '"' }
const plain = html => html
  .replace(/<a class="headerlink".*?<\/a>/gs, "")
  .replace(/<\/?(a|b|code|del|em|i|mark|span|strong|sub|sup)\b[^>]*>/g, "")
  .replace(/<[^>]*>/g, " ")
  .replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name) => name ? NAMES[name] : String.fromCodePoint(code))
  .replace(/\s+/g, " ").trim()

/* About two lines of a text, where most of the words are, and how many. */
function best(text, words) {
  const starts = [0, ...[...text.matchAll(pattern(words))].map(({ index }) => text.lastIndexOf(" ", index - 40) + 1)]
  const found = starts.slice(0, 50).map(start => {
    const piece = text.slice(start, start + WIDTH)
    return { start, piece, count: words.filter(word => pattern([word]).test(piece)).length }
  })
  const { start, piece, count } = found.reduce((one, other) => other.count > one.count ? other : one)
  const cut = start + WIDTH < text.length ? piece.replace(/\S*$/, "…") : piece
  return { count, excerpt: (start ? "… " : "") + cut }
}

const escaped = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
function marked(text, words) {
  let at = 0, html = ""
  for (const { 0: word, index } of text.matchAll(pattern(words))) {
    html += `${escaped(text.slice(at, index))}<mark>${escaped(word)}</mark>`
    at = index + word.length
  }
  return html + escaped(text.slice(at))
}

/* A result as the theme shows it: groups keep their order, and a record says its verdict whichever part was found. */
function shown(item, group, place) {
  const most = Math.max(...group.map(({ score }) => score)) || 1
  const score = place + item.score / most
  if (!item.record) return { ...item, score }
  return { ...item, score, title: `${item.title}<span class="adr-found">${item.text.replace(/<\/?p>/g, "")}</span>`, text: "" }
}

const stock = self.location.search.slice(1)
if (/^search\.\w+\.min\.js$/.test(stock)) importScripts(stock)
