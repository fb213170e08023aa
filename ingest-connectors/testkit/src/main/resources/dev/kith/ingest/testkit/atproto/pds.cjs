// Starts a PLC directory and a PDS and prints their addresses; ends with the standard input.
const { TestNetworkNoAppView } = require(require.resolve('@atproto/dev-env', { paths: [process.cwd()] }))

async function main() {
  const network = await TestNetworkNoAppView.create({})
  console.log(JSON.stringify({ pds: network.pds.url, plc: network.plc.url }))
  process.stdin.resume()
  process.stdin.on('end', () => process.exit(0))
}

main().catch((failure) => {
  console.error(failure)
  process.exit(1)
})
