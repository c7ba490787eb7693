/** A user's program with a module descriptor of its own. */
module org.example.prices {
  requires org.cairnml;
}
