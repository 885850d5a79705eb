// Stands in for `assert` in the bundles, where only the lock's library wants it, and of it only this. The real one takes
// longer to load than the lock takes to hold.
exports.equal = (actual, expected, message) => {
  if (actual !== expected) throw new TypeError(message);
};
