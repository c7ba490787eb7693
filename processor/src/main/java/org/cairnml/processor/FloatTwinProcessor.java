package org.cairnml.processor;

import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * For each type {@code X} annotated {@code org.cairnml.linalg.backend.FloatTwin}, writes {@code
 * FloatX}: the same source with float for double.
 */
@SupportedAnnotationTypes(FloatTwinProcessor.FLOAT_TWIN)
public final class FloatTwinProcessor extends AbstractProcessor {

  static final String FLOAT_TWIN = "org.cairnml.linalg.backend.FloatTwin";

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    for (TypeElement annotation : annotations) {
      for (Element type : round.getElementsAnnotatedWith(annotation)) {
        write((TypeElement) type);
      }
    }
    return true;
  }

  private void write(TypeElement type) {
    try {
      CharSequence text =
          Trees.instance(processingEnv)
              .getPath(type)
              .getCompilationUnit()
              .getSourceFile()
              .getCharContent(true);
      var twin = new FloatTwinSource(type, text, processingEnv.getElementUtils());
      try (Writer out =
          processingEnv.getFiler().createSourceFile(twin.qualifiedName(), type).openWriter()) {
        out.write(twin.text());
      }
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, type + ": " + e.getMessage(), type);
    }
  }
}
