package org.cairnml.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The source of a type that computes with doubles, rewritten for floats. */
final class FloatTwinSource {
  // Words are replaced, not syntax: double by float, DoubleVector by FloatVector, cblas_dgemm by
  // cblas_sgemm, 0.5 by 0.5f, and a type by its own twin, made here or written by hand. Functions
  // of Math that know doubles only get a cast.

  private static final String MARK = "FloatTwin";
  private static final Pattern IMPORT =
      Pattern.compile("import (?:static )?([\\w.]+?)\\.([A-Z]\\w*)(?:\\.\\w+)?;");
  private static final Pattern TYPE_NAME = Pattern.compile("\\b[A-Z]\\w*\\b");
  private static final Pattern LITERAL_OR_TEXT =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|(\\b\\d+\\.\\d+\\b)", Pattern.DOTALL);

  private static final String DOUBLE_ONLY = "exp|expm1|log|sqrt|tanh|hypot";

  private final TypeElement type;
  private final Elements elements;
  private final String packageName;
  private final String source;

  FloatTwinSource(TypeElement type, CharSequence source, Elements elements) {
    this.type = type;
    this.elements = elements;
    this.packageName = elements.getPackageOf(type).getQualifiedName().toString();
    this.source = source.toString();
  }

  String qualifiedName() {
    return packageName + ".Float" + type.getSimpleName();
  }

  String text() {
    String text =
        source
            .replaceAll("import [\\w.]+\\." + MARK + ";\\n", "")
            .replaceAll("@" + MARK + "\\n", "");
    text = namesOfTwins(text);
    text = text.replaceAll("\\bdouble(s?)\\b", "float$1");
    text = text.replaceAll("\\bDouble(Vector|Pointer)?\\b", "Float$1");
    text = text.replaceAll("\\.nextDouble\\(", ".nextFloat(");
    text = text.replaceAll("\\bcblas_d", "cblas_s");
    text = text.replaceAll("\\bMath\\.(" + DOUBLE_ONLY + ")\\(", "(float) Math.$1(");
    return literals(text);
  }

  private String namesOfTwins(String text) {
    Map<String, String> imported = new HashMap<>();
    Matcher imports = IMPORT.matcher(source);
    while (imports.find()) {
      imported.put(imports.group(2), imports.group(1));
    }
    return TYPE_NAME
        .matcher(text)
        .replaceAll(
            name -> {
              String from = imported.getOrDefault(name.group(), packageName);
              return hasTwin(from, name.group()) ? "Float" + name.group() : name.group();
            });
  }

  private boolean hasTwin(String from, String name) {
    TypeElement found = elements.getTypeElement(from + "." + name);
    if (found == null) {
      return false;
    }
    boolean made =
        found.getAnnotationMirrors().stream()
            .anyMatch(
                mark -> mark.getAnnotationType().toString().equals(FloatTwinProcessor.FLOAT_TWIN));
    return made || elements.getTypeElement(from + ".Float" + name) != null;
  }

  private static String literals(String text) {
    return LITERAL_OR_TEXT
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    match.group(1) == null ? match.group() : match.group() + "f"));
  }
}
