/**
 * Writes, at compile time, the {@code with} methods and range checks of learner records, and the
 * float twins of kernels on doubles.
 */
module org.cairnml.processor {
  requires java.compiler;
  requires jdk.compiler;

  provides javax.annotation.processing.Processor with
      org.cairnml.processor.FloatTwinProcessor,
      org.cairnml.processor.ParamsProcessor;
}
