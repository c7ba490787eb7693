/** The program {@code cairn}. */
module org.cairnml.cli {
  requires org.cairnml.algorithms;
  requires org.cairnml.core;
  requires org.cairnml.linalg;
  requires org.cairnml.metrics;
  requires org.cairnml.preprocessing;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires com.fasterxml.jackson.databind;

  opens org.cairnml.cli to
      info.picocli;
}
