package org.cairnml.processor;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * For each record {@code X} with a component annotated {@code org.cairnml.core.Param}, writes the
 * package-private interface {@code XParams}: one {@code with} method per component, and per
 * component of a {@code ParamGroup} in it, and a static {@code check} that the record's canonical
 * constructor calls.
 */
@SupportedAnnotationTypes(ParamsProcessor.PARAM)
public final class ParamsProcessor extends AbstractProcessor {

  static final String PARAM = "org.cairnml.core.Param";

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Set<TypeElement> records = new LinkedHashSet<>();
    for (TypeElement annotation : annotations) {
      for (Element component : round.getElementsAnnotatedWith(annotation)) {
        Element owner = component.getEnclosingElement();
        if (owner.getKind() == ElementKind.RECORD) {
          records.add((TypeElement) owner);
        }
      }
    }
    records.forEach(this::write);
    return true;
  }

  private void write(TypeElement record) {
    var source = new ParamsSource(record, processingEnv.getElementUtils());
    try (Writer out =
        processingEnv.getFiler().createSourceFile(source.qualifiedName(), record).openWriter()) {
      out.write(source.text());
    } catch (IOException | IllegalArgumentException e) {
      processingEnv
          .getMessager()
          .printMessage(Diagnostic.Kind.ERROR, record + ": " + e.getMessage(), record);
    }
  }
}
