/** Contracts of learners and models; tables and labels; model files. */
module org.cairnml.core {
  requires transitive org.cairnml.base;
  requires transitive org.cairnml.linalg;
  requires transitive java.sql;
  requires de.siegmar.fastcsv;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.cbor;

  exports org.cairnml.core;
  exports org.cairnml.data;

  uses org.cairnml.core.Learner;
  uses org.cairnml.core.ModelCodec;
}
