// Loaded before anything else (`node --import`), and written for every Node: an old one cannot read TypeScript, so it
// would end in a syntax error instead of a sentence. SQLite's binding needs Node-API 10 and crashes below it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const readsTypeScript = major > 22 || (major === 22 && minor >= 18)

if (Number(process.versions.napi) < 10 || !readsTypeScript) {
  console.error(
    `花清需要 Node 24（现在是 ${process.versions.node}）：装上以后再运行一次。\n` +
      `HuaQing needs Node 24 (this is ${process.versions.node}): install it and run this again.`,
  )
  process.exit(1)
}
