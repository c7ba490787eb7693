/** What every other module stands on: seeds, progress, the one thread pool, exceptions. */
module org.cairnml.base {
  exports org.cairnml.base;
}
