/* Stands before the theme's search worker. Finds records by their heads, which it reads through, and by the words of
   their pages, in pieces of an index. If it fails, the theme's results stay. */
const SETUP = 0, QUERY = 2, RESULT = 3
const MOST = 8, MARKED = 40, WIDTH = 220, PATIENCE = 1000
const ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
const SIGN = new RegExp(`[${ALONE}]`)
const LAST = new RegExp(`([${ALONE}])(?![${ALONE}])`, "g")
const WORD = new RegExp(`\\d+(?:\\.\\d+)+|[${ALONE}]+|(?:(?![${ALONE}])[\\p{L}\\p{N}])+`, "gu")
const ACCENT = /[\u0300-\u036f]/g
const NUMBER = /^\s*(?:adr[- ]?)?(\d+)\s*$/i
const NOT = /(^|\s)-\S+/g
const site = new URL("../../../", self.location)
const post = self.postMessage.bind(self)
let heads = [], others, asking = [], phrases, chips, board, pages = new Map(), firsts = [], query = "", turn = 0

addEventListener("message", ({ data: { type, data } }) => {
  if (type === SETUP) {
    const ours = data.docs.filter(doc => "record" in doc)
    heads = ours.map(doc => ({ doc, title: own(doc) ? spaced(doc.title) : "", rest: spaced(`${doc.text} ${doc.tags ?? ""}`) }))
    for (const head of heads) head.both = head.title + head.rest
    pages = new Map(ours.filter(own).map(doc => [doc.record, doc]))
    ;({ records: firsts = [], asking = [], phrases = "$^", chips } = data.config)
    board = data.docs.find(doc => "asked" in doc)
    data.docs = others = data.docs.filter(doc => !("record" in doc))
  }
  if (type === QUERY) [query, turn] = [data, turn + 1]
})

self.postMessage = async message => {
  if (message.type !== RESULT || !heads.length) return post(message)
  const { data } = message, now = turn, asked = query
  let done = false
  const tell = (data, early) => now === turn && !done && post({ ...message, data, asked, early })
  const near = () => found(data, asked, false).catch(error => (console.warn(error), data))
  setTimeout(async () => done || tell(await near(), true), PATIENCE)
  tell(await found(data, asked).catch(near), false)
  done = true
}

const own = doc => !doc.location.includes("#")
const bare = text => text.normalize("NFD").replace(ACCENT, "").normalize("NFC")
/* Of scripts without spaces each two signs that follow one another are a word, and the last one is in what is searched. */
const pairs = word => SIGN.test(word) && word[1] ? [...word.slice(1)].map((sign, n) => word[n] + sign) : word
const cut = text => [...new Set(bare(text.toLowerCase()).match(WORD)?.flatMap(pairs))]
const spaced = html => ` ${cut(plain(html).replace(LAST, "$1 $1")).join(" ")} `
const has = (text, word) => text.includes(` ${word}`)

/* All results: first those with all words in a title, then records with them in the head, then all others on whose page
   they are. Without `far` nothing is loaded. */
async function found(data, query, far = true) {
  const named = record(NUMBER.exec(query)?.[1])
  if (named) return { ...data, items: [[shown({ ...named, score: 1, terms: {} }, [{ score: 1 }], 1, [])]] }
  const text = query.replace(NOT, "").replace(/\badr[- ]?(\d+)/gi, (_, number) => `adr ${number.padStart(4, 0)}`)
  const about = cut(text.replace(new RegExp(phrases, "g"), " ")), asked = about.length ? about : cut(text), not = cut((query.match(NOT) ?? []).join(" "))
  if (!asked.length) return data
  let words = subject(asked)
  const theirs = data.items.filter(items => items.some(({ terms }) =>
    Object.keys(terms).some(term => terms[term] && (words.includes(term) || !asking.includes(term)))))
  if (far) words = (await Promise.all(words.map(meant))).flat()
  const parts = boards(words), other = words.filter(beside)
  if (parts.length && other.length) words = other
  const [whole, ...without] = far ? await Promise.all([words, ...not.map(word => [word])].map(holders)) : [[]]
  const classes = [0, 1, 2, 3].map(() => ({ theirs: [], ours: [] }))
  for (const items of theirs) classes[rankOf(items, words)].theirs.push(items)
  if (SIGN.test(query)) classes[2].theirs.push(...unsegmented(asked, data.items.flat().map(item => item.location)))
  for (const group of groups(words, asked.join(" "), whole, without.flat())) classes[group.rank].ours.push(group)
  const deep = classes[2].ours.sort((a, b) => whole.indexOf(a.place) - whole.indexOf(b.place))
  await Promise.all(deep.slice(0, MOST).map(group => deepen(group, words)))
  deep.sort((a, b) => past(a) - past(b) || b.items[0].score - a.items[0].score)
  // records first: what was decided is asked for, and other pages may only name it
  const merged = classes.flatMap(({ theirs, ours }) => [...ours.map(({ items }) => items), ...theirs])
  if (parts.length) merged.splice(0, merged.length, ...parts, ...merged.filter(([{ location }]) => location !== board.location))
  const items = merged.map((group, n) => group.map(item => shown(item, group, merged.length - n, n < MARKED ? words : [])))
  return { ...data, items, ...data.suggest && { suggest: data.suggest.length ? data.suggest : suggested(merged, words) } }
}

/* What a question is about: "why not kafka" asks for what has "kafka"; without such a word, for all of them. */
function subject(words) {
  const about = words.filter(word => !asking.includes(word))
  return about.length ? about : words
}

const beside = word => ![board?.asked, board?.when, asking].some(known => known?.includes(word))

/* The board, if words ask for states and for nothing else, "what is due", or for the part of each who has the other words
   in their name: "due for ana". */
function boards(words) {
  if (!words.some(word => board?.asked.includes(word))) return []
  const others = words.filter(beside)
  const group = more => [{ ...board, text: `<p>${board.shows}</p>`, score: 1, terms: {}, ...more }]
  if (!others.length) return [group()]
  const named = board.owners.filter(name => others.every(word => has(spaced(name), word)))
  return named.map(name => group({ location: `${board.location}?owner=${encodeURIComponent(name)}`, title: `${board.title}: ${escaped(name)}` }))
}

/* The state of a record, or of a condition that is met, today, as a chip. */
function chip({ states = {} }) {
  const today = new Date().toLocaleDateString("sv") // as ISO has it
  const word = states[Object.keys(states).filter(from => from <= today).pop()]
  return word ? [chips[word]] : []
}

/* What would reopen the question of a record, and what of it has come true. */
function reopening({ record, joined }) {
  const when = heads.filter(({ doc }) => doc.record === record && !own(doc)).map(({ doc }) => `${chip(doc)} ${doc.title.slice(-3)} ${doc.text}`)
  return joined ? `<b>Revisit when:</b> ${when.join(joined)}` : ""
}

/* The record that has a number. */
const record = digits => digits && heads.find(({ doc }) => own(doc) && +/ADR-(\d+)/.exec(doc.text)[1] === +digits)?.doc

/* Other pages in scripts without spaces between words, of which the theme knows only how their phrases begin. */
function unsegmented(words, known) {
  return others.filter(({ location }) => !known.includes(location)).map(doc => [doc, plain(doc.text)])
    .filter(([{ title }, text]) => words.every(word => bare(title + text).toLowerCase().includes(word)))
    .map(([doc, text]) => [{ ...doc, text: `<p>${escaped(best(text, words).excerpt)}</p>`, score: 1, terms: {} }])
}

/* A word without the s of a plural, which begins the plural, too; but "access" and "status" are none. One that nothing
   begins with is meant without its ending, or as the heads of the records have it, if that takes one letter; two signs
   that are nowhere are none. */
async function meant(word) {
  const sign = SIGN.test(word)
  if (!sign && /\d|^.{0,3}$/.test(word)) return word
  for (const begin of [/(?<=.{3}[^siu])s$/, /(?<=.{3})(e?[dnsx]?|ing)$/].map(end => word.replace(end, "")))
    if ((await holder(begin))?.size !== 0) return begin
  return sign ? [] : heads.flatMap(({ both }) => both.split(" ")).find(other => near(word, other)) ?? word
}

/* Whether two words differ by one letter: another, one more, one less, or two that changed places. */
function near(a, b) {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [x, y] = [a.slice(same), b.slice(same)]
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
    || x.slice(2) === y.slice(2) && x[0] === y[1] && x[1] === y[0]
}

/* How well one of the theme's results fits: 0 all words in a title, 2 all words, 3 some. */
function rankOf(items, words) {
  if (items.some(({ title }) => words.every(word => has(spaced(title), word)))) return 0
  return items.some(({ terms }) => Object.keys(terms).length && Object.values(terms).every(Boolean)) ? 2 : 3
}

/* Every record that has one of the words in its head or all of them on its page, the best of each rank first; the query
   as it was asked counts too. */
function groups(words, query, whole, without) {
  const count = word => heads.filter(({ both }) => has(both, word)).length
  const weights = words.map(word => Math.log(1 + heads.length / (1 + count(word))))
  const known = new Set(whole), left = new Set(without), made = new Map()
  for (const { doc, title, rest, both } of heads) {
    const phrase = 3 * has(both, query)
    const hits = words.map(word => (has(title, word) ? 3 : has(rest, word)) + has(both, `${word} `) / 2)
    const score = hits.reduce((sum, hit, n) => sum + (hit + phrase) * weights[n], 0)
    if (left.has(doc.record) || !(score || own(doc) && known.has(doc.record))) continue
    const terms = Object.fromEntries(words.map((word, n) => [word, hits[n] > 0]))
    const rank = hits.every(hit => hit > 2) ? 0 : hits.every(Boolean) ? 1 : known.has(doc.record) ? 2 : 3
    const group = made.get(doc.record) ?? { place: doc.record, items: [], rank, score: 0 }
    made.set(doc.record, group)
    Object.assign(group, { rank: Math.min(group.rank, rank), score: Math.max(group.score, score) })
    group.items.push({ ...doc, score, terms })
  }
  for (const group of made.values()) {
    const { items, place, rank } = group
    if (past(group)) group.rank = Math.max(rank, 2)
    if (!items.some(own)) items.push({ ...pages.get(place), score: 0, terms: {} })
    items.sort((a, b) => b.score - a.score)
  }
  return [...made.values()].sort((a, b) => past(a) - past(b) || b.score - a.score || b.place - a.place)
}

/* Whether another record holds today, which is to be found first. */
const past = ({ place }) => "heirs" in pages.get(place)

/* The places of the records that have, for each word, one that begins with it; those that have it in full first. */
async function holders(words) {
  const sets = (await Promise.all(words.map(holder))).filter(Boolean).sort((a, b) => a.size - b.size)
  const full = n => sets.reduce((total, set) => total + set.get(n), 0)
  const places = [...sets[0]?.keys() ?? []].filter(n => sets.every(set => set.has(n)))
  return places.sort((a, b) => full(b) - full(a) || b - a)
}

/* The records of one word, with 1 for those that have it in full; undefined if too many words begin so. */
async function holder(word) {
  const start = Math.max(0, firsts.findLastIndex(first => first <= word))
  const end = firsts.findIndex((first, n) => n > start && !first.startsWith(word))
  const names = [...firsts.keys()].slice(start, end < 0 ? 1e9 : end)
  if (names.length > MOST) return
  const places = new Map()
  for (const piece of await Promise.all(names.map(load)))
    for (const known in piece)
      if (known.startsWith(word)) {
        let place = 0
        for (const gap of piece[known]) places.set(place += gap, known === word ? 1 : places.get(place) ?? 0)
      }
  return places
}

const pieces = {}
function load(name) {
  const forget = error => { delete pieces[name]; throw error }
  return pieces[name] ??= text(`search/records/${name}.json`).then(JSON.parse).catch(forget)
}

async function text(place) {
  const answer = await fetch(new URL(place, site))
  if (!answer.ok) throw Error(answer.url)
  return answer.text()
}

/* Puts the sections that have a word before the head of the record, most words close together first. */
async function deepen(group, words) {
  const { location } = group.items.find(own), terms = Object.fromEntries(words.map(word => [word, true]))
  const page = await text(location).catch(() => "")
  const body = page.slice(page.indexOf("<article"), page.lastIndexOf("</article>")).split('<nav class="adr-')[0]
  const written = body.split(/(?=<h[2-6][^>]*\sid=")/).slice(1)
  const parts = written.map(html => {
    const [heading] = html.match(/^.*?<\/h\d>/s) ?? [html]
    const title = plain(heading), { count, excerpt } = best(plain(html.slice(heading.length)), words)
    const score = (count || words.some(word => has(spaced(title), word))) / words.length
    const place = `${location}#${/ id="([^"]*)"/.exec(heading)[1]}`
    return { location: place, title: escaped(title), text: `<p>${escaped(excerpt)}</p>`, score, terms, record: group.place }
  })
  const lower = group.items.map(item => ({ ...item, score: 0, terms }))
  group.items = [...parts.filter(part => part.score).sort((a, b) => b.score - a.score), ...lower]
}

/* About two lines of a text, where most of the words are, from the begin of a sentence if that is near; and how many. */
function best(text, words) {
  text = ". " + text.normalize("NFD")
  const starts = [...text.matchAll(pattern(words))].slice(0, 50)
    .map(({ index }) => Math.max(text.lastIndexOf(". ", index) + 2, text.lastIndexOf(" ", index - 40) + 1))
  const found = [...starts, 2].map(start => {
    const piece = text.slice(start, start + WIDTH)
    return { start, piece, count: words.filter(word => has(spaced(escaped(piece)), word)).length }
  })
  const { start, piece, count } = found.reduce((one, other) => other.count > one.count ? other : one)
  const end = start + WIDTH < text.length ? piece.replace(/\S*$/, "…") : piece
  return { count, excerpt: `${start > 2 ? "… " : ""}${end}`.normalize("NFC") }
}

const pattern = words => new RegExp(words.map(word => SIGN.test(word) ? word.replace(/(.)(.)/, "$&|$1(?=$2)|(?<=$1)$2")
  : `(?<![\\p{L}\\p{N}])${[...word.normalize("NFD")].join("[\u0300-\u036f]*").replace(/\./g, "\\.")}[\\p{L}\\p{N}\u0300-\u036f]*`).join("|"), "giu")

const NAMES = { amp: "&", lt: "<", gt: ">", quot: '"' }
const plain = html => html
  .replace(/<a class="headerlink".*?<\/a>/gs, "")
  .replace(/<table.*?<\/table>/gs, told)
  .replace(/<\/?(a|b|code|del|em|i|mark|strong|sub|sup|span)\b[^>]*>/g, "")
  .replace(/<li\b[^>]*>/g, " • ")
  .replace(/<[^>]*>/g, " ")
  .replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name) => name ? NAMES[name] : String.fromCodePoint(code))
  .replace(/\s+/g, " ").trim()
/* A table as sentences: each row's first cell, and the others behind the names of their columns. */
const told = table => {
  const [names, ...rows] = [...table.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) => [...row.matchAll(/<t[dh]\b[^>]*>(.*?)<\/t/gs)].map(cell => cell[1]))
  return rows.map(([first, ...row]) => first + ": " + row.map((cell, n) => names[n + 1] + " " + cell).join("; ")).join(". ")
}
const escaped = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")
const marked = (html, words) => words.length ? html.replace(/<[^>]*>|&[#\w]+;|([^<&]+)/g, (all, text) =>
  text ? text.normalize("NFD").replace(pattern(words), "<mark>$&</mark>").normalize("NFC") : all) : html

/* A result as the theme shows it: scores keep the order, and a record says its verdict whichever part was found. */
function shown(item, group, place, words) {
  const score = place + item.score / (group[0].score || 1)
  if (!("record" in item)) return { ...item, score }
  const title = marked(item.title, words), text = marked(item.text, words)
  if (!own(item)) return { ...item, score, title, text }
  const line = html => `<span class="adr-found">${html.replace(/<\/?p>/g, "")}</span>`
  return { ...item, score, title: title + line(text) + line(marked(reopening(item), words)), text: "", tags: [item.tags[0] + (item.heirs ?? ""), ...chip(item), ...item.tags.slice(1)].map(tag => marked(tag, words)) }
}

/* The words of the first record's title that the last word of the query may become. */
const suggested = ([group], words) => cut(plain(group?.find(own)?.title ?? "")).filter(word => word.startsWith(words.at(-1)))

const stock = self.location.search.slice(1)
if (/^search\.\w+\.min\.js$/.test(stock)) importScripts(stock)
