// Records what a real Bluesky network answers, into src/test/resources/network/bluesky.
//
//   RATE_LIMITS=1 src/test/real/bluesky-network start
//   node src/test/real/record-bluesky.mjs http://localhost:2583 http://localhost:2584 {the AppView's did}
//
// Bodies are kept as received, but for the signatures of tokens. Two accounts are created, so the
// network must be a new one.
import { createHmac } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { deflateSync } from 'node:zlib'

const [pds, appview, appviewDid] = process.argv.slice(2)
const folder = new URL('../resources/network/bluesky/', import.meta.url)
const lines = []
const timings = []

const bearer = (session) => ({ authorization: `Bearer ${session.accessJwt ?? session}` })

async function call(method, nsid, { params, body, headers = {}, at = pds } = {}) {
  const url = new URL(`/xrpc/${nsid}`, at)
  for (const [key, value] of Object.entries(params ?? {}))
    for (const one of [value].flat()) url.searchParams.append(key, one)
  const raw = body instanceof Uint8Array
  const answer = await fetch(url, {
    method,
    headers: body && !raw ? { 'content-type': 'application/json', ...headers } : headers,
    body: raw ? body : body && JSON.stringify(body),
  })
  const text = await answer.text()
  return { status: answer.status, headers: answer.headers, body: text ? JSON.parse(text) : null,
    request: `${method} ${nsid}` }
}
const get = (nsid, options) => call('GET', nsid, options)
const post = (nsid, options) => call('POST', nsid, options)

const unsigned = (text) => text.replace(/(eyJ[\w-]+\.[\w-]+)\.[\w-]+/g, '$1.unsigned')

async function keep(name, answer, note = '') {
  const shown = answer.status === 429 ? /^(ratelimit-|retry-after)/ : /^ratelimit-policy/
  const told = [...answer.headers].filter(([header]) => shown.test(header))
    .map(([header, value]) => `\`${header}: ${value}\``).join(' ')
  lines.push(`| \`${name}.json\` | ${answer.request} | ${answer.status} | ${[note, told].filter(Boolean).join(' ')} |`)
  await writeFile(new URL(`${name}.json`, folder), unsigned(JSON.stringify(answer.body, null, 2)) + '\n')
  console.log(name, answer.status, answer.body?.error ?? '', answer.body?.message ?? '')
  return answer
}

async function until(what, read, done) {
  const start = performance.now()
  for (;;) {
    const answer = await read()
    if (done(answer)) {
      timings.push(`${what}: ${Math.round(performance.now() - start)} ms`)
      return answer
    }
    if (performance.now() - start > 20_000) throw new Error(`never: ${what}`)
    await new Promise((wake) => setTimeout(wake, 20))
  }
}

const alphabet = '234567abcdefghijklmnopqrstuvwxyz'
let lastTime = 0n
function recordKey() {
  const now = BigInt(Date.now()) * 1000n
  lastTime = now > lastTime ? now : lastTime + 1n
  let value = (lastTime << 10n) | 7n
  let key = ''
  for (let i = 0; i < 13; i++, value >>= 5n) key = alphabet[Number(value & 31n)] + key
  return key
}

function png(width, height, noise = 0) {
  const crc = (bytes) => {
    let sum = ~0
    for (const byte of bytes) {
      sum ^= byte
      for (let i = 0; i < 8; i++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1))
    }
    return ~sum >>> 0
  }
  const chunk = (type, content) => {
    const out = Buffer.alloc(content.length + 12)
    out.writeUInt32BE(content.length, 0)
    out.write(type, 4, 'latin1')
    content.copy(out, 8)
    out.writeUInt32BE(crc(out.subarray(4, content.length + 8)), content.length + 8)
    return out
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const pixels = Buffer.alloc((width * 3 + 1) * height)
  for (let i = 0; noise && i < pixels.length; i++) pixels[i] = i % (width * 3 + 1) ? (i * i * noise) >> 7 : 0
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head),
    chunk('IDAT', deflateSync(pixels, { level: noise ? 0 : 9 })), chunk('IEND', Buffer.alloc(0))])
}

async function account(handle, privileged) {
  const created = await post('com.atproto.server.createAccount',
    { body: { handle, email: `${handle}@example.org`, password: 'main-password' } })
  if (created.status !== 200) throw new Error(JSON.stringify(created.body))
  const app = await post('com.atproto.server.createAppPassword',
    { body: { name: 'palabre', privileged }, headers: bearer(created.body) })
  return { ...created.body, appPassword: app.body.password }
}

const write = (who, collection, rkey, record) => post('com.atproto.repo.createRecord', {
  body: { repo: who.did, collection, rkey, record: { $type: collection, createdAt: new Date().toISOString(), ...record } },
  headers: bearer(who),
})
const ref = ({ body: { uri, cid } }) => ({ uri, cid })
const POST = 'app.bsky.feed.post'

await mkdir(folder, { recursive: true })
const brand = await account('brand.test')
const fan = await account('fan.test', true)
await post('com.atproto.repo.putRecord', { headers: bearer(fan), body: { repo: fan.did,
  collection: 'app.bsky.actor.profile', rkey: 'self',
  record: { $type: 'app.bsky.actor.profile', displayName: 'Fanny des essais', description: 'Compte fictif' } } })

// Sessions
await keep('describeServer', await get('com.atproto.server.describeServer'))
const signIn = (who, password) => post('com.atproto.server.createSession',
  { body: { identifier: who.handle, password } })
const session = await keep('createSession', await signIn(brand, brand.appPassword), 'with an app password')
await keep('createSession-wrong-password', await signIn(brand, 'no-such-pass'))
await keep('createSession-with-messages', await signIn(fan, fan.appPassword),
  'with an app password that may read messages: the token says `appPassPrivileged`')
const refresh = (token) => post('com.atproto.server.refreshSession', { headers: { authorization: `Bearer ${token}` } })
const refreshed = await keep('refreshSession', await refresh(session.body.refreshJwt))
const again = await refresh(session.body.refreshJwt)
const sameNext = claims(again.body.refreshJwt).jti === claims(refreshed.body.refreshJwt).jti
await keep('refreshSession-again', again,
  `the same token a second time, within its grace: ${sameNext ? 'the same' : 'another'} next token id`)
function claims(jwt) { return JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url')) }
const forge = (change) => {
  const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const head = encode({ typ: 'at+jwt', alg: 'HS256' })
  const part = `${head}.${encode({ ...claims(refreshed.body.accessJwt), ...change })}`
  return `${part}.${createHmac('sha256', 'jwt-secret').update(part).digest('base64url')}`
}
const getOwn = (headers) => get('com.atproto.server.getSession', { headers })
await keep('getSession', await getOwn(bearer(refreshed.body)))
await keep('expired-token', await getOwn(bearer(forge({ exp: 1_700_000_000 }))), 'access token past its term')
await keep('expired-token-proxied', await get('app.bsky.notification.listNotifications',
  { headers: bearer(forge({ exp: 1_700_000_000 })) }), 'the same, on a call passed on to the AppView')
await keep('invalid-token', await getOwn(bearer('not-a-token')))
await keep('missing-token', await getOwn({}))
await keep('refreshSession-with-access-token', await refresh(refreshed.body.accessJwt))

// Handles
await keep('resolveHandle', await get('com.atproto.identity.resolveHandle', { params: { handle: 'fan.test' } }))
await keep('resolveHandle-unknown', await get('com.atproto.identity.resolveHandle', { params: { handle: 'nobody.test' } }))

// Posts
const upload = (bytes, type) => post('com.atproto.repo.uploadBlob',
  { body: bytes, headers: { ...bearer(brand), 'content-type': type } })
const blob = await keep('uploadBlob', await upload(png(8, 6), 'image/png'), 'a PNG of 8 × 6')
const heavy = await upload(png(1000, 700, 3), 'image/png')
const text = 'Bonjour à tous 👋🏽 le marché ouvre samedi : https://example.org/marche avec @fan.test #marché'
const bytes = (part) => {
  const byteStart = Buffer.byteLength(text.slice(0, text.indexOf(part)))
  return { byteStart, byteEnd: byteStart + Buffer.byteLength(part) }
}
const record = {
  text, langs: ['fr'], createdAt: new Date().toISOString(),
  facets: [
    { index: bytes('https://example.org/marche'), features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://example.org/marche' }] },
    { index: bytes('@fan.test'), features: [{ $type: 'app.bsky.richtext.facet#mention', did: fan.did }] },
    { index: bytes('#marché'), features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'marché' }] },
  ],
  embed: { $type: 'app.bsky.embed.images', images: [
    { image: blob.body.blob, alt: 'Un étal de légumes', aspectRatio: { width: 8, height: 6 } }] },
}
const key = recordKey()
const first = await keep('createRecord', await write(brand, POST, key, record))
await until('a post is in getPosts', () => get('app.bsky.feed.getPosts',
  { params: { uris: [first.body.uri] }, headers: bearer(brand) }), (it) => it.body.posts?.length)
await keep('createRecord-same-key', await write(brand, POST, key, record), 'the same key and the same record again')
await keep('createRecord-same-key-other-text', await write(brand, POST, key, { ...record, text: 'Autre', facets: [] }),
  'the same key, another record')
await keep('getRecord-after-same-key', await get('com.atproto.repo.getRecord',
  { params: { repo: brand.did, collection: POST, rkey: key } }), 'what stands under that key then')
const put = (rkey, value) => post('com.atproto.repo.putRecord', { headers: bearer(brand),
  body: { repo: brand.did, collection: POST, rkey, record: { $type: POST, ...value } } })
const putKey = recordKey()
await keep('putRecord', await put(putKey, record), 'a key that was free')
await keep('putRecord-same-key', await put(putKey, record), 'the same again: same cid, and no `commit`, for nothing was written')
await keep('deleteRecord', await post('com.atproto.repo.deleteRecord', { headers: bearer(brand),
  body: { repo: brand.did, collection: POST, rkey: putKey } }))
await keep('deleteRecord-gone', await post('com.atproto.repo.deleteRecord', { headers: bearer(brand),
  body: { repo: brand.did, collection: POST, rkey: putKey } }), 'the same again')
await keep('getRecord', await get('com.atproto.repo.getRecord', { params: { repo: brand.did, collection: POST, rkey: key } }))
await keep('getRecord-missing', await get('com.atproto.repo.getRecord', { params: { repo: brand.did, collection: POST, rkey: putKey } }))
await keep('createRecord-too-long', await write(brand, POST, recordKey(), { text: 'é'.repeat(301) }))
await keep('createRecord-too-heavy', await write(brand, POST, recordKey(), { text: '👨‍👩‍👧‍👦'.repeat(290) }),
  'under 300 graphemes, over 3,000 bytes')
await keep('createRecord-image-too-heavy', await write(brand, POST, recordKey(), { text: 'Image', embed: {
  $type: 'app.bsky.embed.images', images: [{ image: heavy.body.blob, alt: '' }] } }),
  `an image of ${heavy.body.blob.size} bytes`)
await keep('createRecord-five-images', await write(brand, POST, recordKey(), { text: 'Images', embed: {
  $type: 'app.bsky.embed.images', images: Array(5).fill({ image: blob.body.blob, alt: '' }) } }))
await keep('createRecord-blob-unknown', await write(brand, POST, recordKey(), { text: 'Image', embed: {
  $type: 'app.bsky.embed.images', images: [{ alt: '', image: { ...blob.body.blob,
    ref: { $link: 'bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku' } } }] } }), 'an image never uploaded')
await keep('createRecord-other-account', await post('com.atproto.repo.createRecord', { headers: bearer(brand),
  body: { repo: fan.did, collection: POST, record: { $type: POST, text: 'Non', createdAt: new Date().toISOString() } } }))

// The public answers
const root = ref(first)
const reply = await keep('createRecord-reply', await write(fan, POST, recordKey(),
  { text: 'À quelle heure ouvrez-vous ?', reply: { root, parent: root } }))
const list = (params) => get('app.bsky.notification.listNotifications', { params, headers: bearer(brand) })
await until('a reply is in listNotifications', () => list({}), (it) => it.body.notifications?.length === 1)
const like = await keep('createRecord-like', await write(fan, 'app.bsky.feed.like', recordKey(), { subject: root }))
await write(fan, 'app.bsky.feed.repost', recordKey(), { subject: root })
await write(fan, 'app.bsky.graph.follow', recordKey(), { subject: brand.did })
await write(fan, POST, recordKey(), { text: 'Vu chez @brand.test', facets: [{ index: { byteStart: 9, byteEnd: 20 },
  features: [{ $type: 'app.bsky.richtext.facet#mention', did: brand.did }] }] })
await write(fan, POST, recordKey(), { text: 'Je relaie', embed: { $type: 'app.bsky.embed.record', record: root } })
await until('six notifications are listed', () => list({}), (it) => it.body.notifications?.length === 6)
await keep('listNotifications', await list({}))
const page = await keep('listNotifications-page', await list({ limit: 4 }), '`limit=4`')
await keep('listNotifications-last-page', await list({ limit: 4, cursor: page.body.cursor }), 'with that cursor')
await keep('listNotifications-reasons', await list({ reasons: ['reply', 'mention', 'quote'] }), '`reasons=reply&reasons=mention&reasons=quote`')
await keep('updateSeen', await post('app.bsky.notification.updateSeen',
  { headers: bearer(brand), body: { seenAt: new Date().toISOString() } }))

const answer = await write(brand, POST, recordKey(), { text: 'À neuf heures.', reply: { root, parent: ref(reply) } })
const thread = (uri, who = brand) => get('app.bsky.feed.getPostThread', { params: { uri, depth: 6, parentHeight: 0 }, headers: bearer(who) })
await until('an answer is in the fan\'s getPostThread', () => thread(root.uri, fan), (it) =>
  it.body.thread?.replies?.some((one) => one.replies?.length))
await keep('getPostThread', await thread(root.uri))
await keep('getPostThread-of-reply', await get('app.bsky.feed.getPostThread',
  { params: { uri: reply.body.uri, depth: 0, parentHeight: 10 }, headers: bearer(brand) }), '`depth=0&parentHeight=10`')
await until('counts are in getPosts', () => get('app.bsky.feed.getPosts', { params: { uris: [root.uri] }, headers: bearer(brand) }),
  (it) => it.body.posts[0].likeCount === 1 && it.body.posts[0].replyCount === 1)
await keep('getPosts', await get('app.bsky.feed.getPosts', { params: { uris: [root.uri, answer.body.uri] }, headers: bearer(brand) }))
await keep('getAuthorFeed', await get('app.bsky.feed.getAuthorFeed', { params: { actor: brand.did, limit: 10 }, headers: bearer(brand) }))
await keep('getAuthorFeed-page', await get('app.bsky.feed.getAuthorFeed', { params: { actor: brand.did, limit: 1 }, headers: bearer(brand) }))
await keep('getProfile', await get('app.bsky.actor.getProfile', { params: { actor: brand.did }, headers: bearer(brand) }))
await keep('getProfile-of-fan', await get('app.bsky.actor.getProfile', { params: { actor: fan.did }, headers: bearer(brand) }))
await keep('getProfile-appview-unauthenticated', await get('app.bsky.actor.getProfile', { params: { actor: brand.did }, at: appview }))
await keep('getPosts-appview-unauthenticated', await get('app.bsky.feed.getPosts', { params: { uris: [root.uri] }, at: appview }))
await keep('getProfile-unknown', await get('app.bsky.actor.getProfile', { params: { actor: 'nobody.test' }, headers: bearer(brand) }))
await keep('listRecords', await get('com.atproto.repo.listRecords', { params: { repo: brand.did, collection: POST, limit: 10 } }))

// What was taken back
await post('com.atproto.repo.deleteRecord', { headers: bearer(fan),
  body: { repo: fan.did, collection: 'app.bsky.feed.like', rkey: like.body.uri.split('/').pop() } })
await post('com.atproto.repo.deleteRecord', { headers: bearer(brand), body: { repo: brand.did, collection: POST, rkey: key } })
await until('a deleted post is out of getPosts', () => get('app.bsky.feed.getPosts',
  { params: { uris: [root.uri] }, headers: bearer(brand) }), (it) => !it.body.posts?.length)
await keep('getPosts-deleted', await get('app.bsky.feed.getPosts', { params: { uris: [root.uri] }, headers: bearer(brand) }))
await keep('getPostThread-deleted', await thread(root.uri))
await keep('createRecord-reply-to-deleted', await write(brand, POST, recordKey(), { text: 'Trop tard', reply: { root, parent: root } }),
  'accepted: the PDS does not look at what is answered')

// Messages
const chat = (who, service) => get('chat.bsky.convo.listConvos', { headers: { ...bearer(who), 'atproto-proxy': service } })
await keep('chat-unreachable', await chat(fan, 'did:web:api.bsky.chat#bsky_chat'), 'this network has no messages')
await keep('chat-not-allowed', await chat(refreshed.body, `${appviewDid}#bsky_appview`),
  'with an app password that may not read messages')
await keep('chat-not-here', await chat(fan, `${appviewDid}#bsky_appview`), 'a service that has no messages')

// Refused accounts
const admin = { authorization: `Basic ${btoa('admin:admin-pass')}` }
await post('com.atproto.server.revokeAppPassword', { headers: bearer(brand), body: { name: 'palabre' } })
await keep('refreshSession-revoked', await refresh(again.body.refreshJwt), 'its app password was revoked')
await keep('createSession-revoked', await signIn(brand, brand.appPassword))
await keep('getSession-revoked', await getOwn(bearer(refreshed.body)), 'an access token outlives its revoked app password')
await post('com.atproto.server.deactivateAccount', { headers: bearer(brand), body: {} })
await keep('createRecord-deactivated', await write(brand, POST, recordKey(), { text: 'Non' }))
await keep('createSession-deactivated', await signIn(brand, 'main-password'))
await post('com.atproto.admin.updateSubjectStatus', { headers: admin, body: {
  subject: { $type: 'com.atproto.admin.defs#repoRef', did: brand.did }, takedown: { applied: true } } })
await keep('createRecord-taken-down', await write(brand, POST, recordKey(), { text: 'Non' }))
await keep('createSession-taken-down', await signIn(brand, 'main-password'))

// Throttling
let throttled
for (let i = 0; i < 40 && throttled?.status !== 429; i++) throttled = await signIn(fan, fan.appPassword)
if (throttled.status === 429) await keep('rate-limit', throttled, 'more than 30 sessions in 5 minutes.')
else console.log('no rate limit: start the network with RATE_LIMITS=1')

await writeFile(new URL('README.md', folder), `# What a real Bluesky network answered

Recorded by \`src/test/real/record-bluesky.mjs\` against the network that \`src/test/real/bluesky-network\`
starts (\`@atproto/dev-env\` 0.6.7, its PDS and its AppView), \`RATE_LIMITS=1\`. The accounts are fictitious and
died with their network; the tokens' signatures are replaced. Calls go to the PDS, which passes on what is the
AppView's, unless the name says otherwise. Each answer also says \`ratelimit-limit\`, \`-remaining\` and \`-reset\`.

| File | Call | Status | |
| --- | --- | --- | --- |
${lines.join('\n')}

How long the AppView took, on that machine, from the end of the write:

${timings.map((one) => `- ${one}`).join('\n')}
`)
console.log(timings.join('\n'))
