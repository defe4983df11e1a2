// A whole Bluesky network in one process: directory of identities (PLC), personal data server (PDS),
// AppView, and the services these call. Started by the script of the same name, which sets the
// environment: the database's address and the ports' base.
import net from 'node:net'

// The packages bind every interface: bring each listener that names no host back to loopback.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (first, ...rest) {
  const isPort = typeof first === 'number' || (typeof first === 'string' && /^\d+$/.test(first))
  if (isPort && typeof rest[0] !== 'string') return listen.call(this, first, '127.0.0.1', ...rest)
  const bindsAnywhere = first && typeof first === 'object' && first.port !== undefined && !first.host
  return listen.call(this, bindsAnywhere ? { ...first, host: '127.0.0.1' } : first, ...rest)
}

// The network asks for the address of a Redis that nothing in it ever calls.
process.env.REDIS_HOST ??= '127.0.0.1:9'

const base = Number(process.env.PALABRE_REAL_PORT)
const [plc, pds, appview, moderation] = [2, 3, 4, 7].map((offset) => base + offset)

const { TestNetwork } = await import('@atproto/dev-env')
const network = await TestNetwork.create({
  plc: { port: plc },
  pds: {
    port: pds,
    hostname: 'localhost',
    enableDidDocWithSession: true,
    rateLimitsEnabled: process.env.RATE_LIMITS === '1',
  },
  bsky: { port: appview, publicUrl: `http://localhost:${appview}` },
  ozone: { port: moderation },
})
console.log(`READY pds=http://localhost:${pds} appview=http://localhost:${appview}`,
  `plc=http://localhost:${plc} appview-did=${network.bsky.serverDid}`)
