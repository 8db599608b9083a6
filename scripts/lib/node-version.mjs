// Imported before anything else, so that an old Node says what is wrong instead of failing at some newer syntax.
const LEAST = 20;

if (Number(process.versions.node.split(".")[0]) < LEAST) {
  console.error(
    `This needs Node ${LEAST} or newer, and this is Node ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}
