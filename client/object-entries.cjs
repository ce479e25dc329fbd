/* Stands for `object.entries` in the built console (vite.config.ts): every browser that runs it has its own. */
module.exports = Object.entries
