/** Writes, at compile time, the {@code with} methods and range checks of learner records. */
module org.cairnml.processor {
  requires java.compiler;

  provides javax.annotation.processing.Processor with
      org.cairnml.processor.ParamsProcessor;
}
