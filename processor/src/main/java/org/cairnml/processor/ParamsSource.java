package org.cairnml.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The text of the interface {@code XParams} of one record {@code X}. */
final class ParamsSource {

  /** One component: its type and name as written, its doc line and its range ("" for none). */
  private record Component(String type, String name, String doc, String range) {
    String withName() {
      return "with" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    boolean isPrimitive() {
      return Character.isLowerCase(type.charAt(0)) && !type.contains(".");
    }

    /** The primitive inside {@code OptionalInt} and its like, or "". */
    String optionalOf() {
      return switch (type) {
        case "java.util.OptionalInt" -> "int";
        case "java.util.OptionalLong" -> "long";
        case "java.util.OptionalDouble" -> "double";
        default -> "";
      };
    }
  }

  private final TypeElement record;
  private final String packageName;
  private final List<Component> components = new ArrayList<>();

  ParamsSource(TypeElement record, Elements elements) {
    this.record = record;
    this.packageName = elements.getPackageOf(record).getQualifiedName().toString();
    for (RecordComponentElement c : record.getRecordComponents()) {
      components.add(
          new Component(
              c.getAccessor().getReturnType().toString(),
              c.getSimpleName().toString(),
              param(c, "value"),
              param(c, "range")));
    }
  }

  String qualifiedName() {
    return packageName + "." + record.getSimpleName() + "Params";
  }

  String text() {
    var out = new StringBuilder();
    out.append("package ").append(packageName).append(";\n\n");
    out.append("/** The {@code with} methods of {@link ").append(record.getSimpleName());
    out.append("}. */\n");
    out.append("interface ").append(record.getSimpleName()).append("Params {\n");
    components.forEach(c -> appendWith(out, c));
    appendCheck(out);
    return out.append("}\n").toString();
  }

  private void appendWith(StringBuilder out, Component c) {
    String arguments =
        components.stream()
            .map(other -> other.equals(c) ? c.name() : other.name() + "()")
            .collect(Collectors.joining(", "));
    out.append("\n  /** ");
    out.append("{@return ").append(c.name()).append(": ").append(html(c.doc())).append("} */\n");
    out.append("  ").append(c.type()).append(' ').append(c.name()).append("();\n");
    out.append("\n  /** {@return the same with another {@code ").append(c.name()).append("}: ");
    out.append(html(c.doc())).append(rangeNote(c)).append("} */\n");
    out.append("  default ").append(record.getSimpleName()).append(' ').append(c.withName());
    out.append('(').append(c.type()).append(' ').append(c.name()).append(") {\n");
    out.append("    return new ").append(record.getSimpleName());
    out.append('(').append(arguments).append(");\n  }\n");
    if (!c.optionalOf().isEmpty()) {
      out.append("\n  /** {@return the same with this {@code ").append(c.name()).append("}: ");
      out.append(html(c.doc())).append(rangeNote(c)).append("} */\n");
      out.append("  default ").append(record.getSimpleName()).append(' ').append(c.withName());
      out.append('(').append(c.optionalOf()).append(' ').append(c.name()).append(") {\n");
      out.append("    return ").append(c.withName()).append('(').append(c.type());
      out.append(".of(").append(c.name()).append("));\n  }\n");
    }
  }

  private static String rangeNote(Component c) {
    return c.range().isEmpty() ? "" : "; in {@code " + c.range() + "}";
  }

  private void appendCheck(StringBuilder out) {
    out.append("\n  /** Refuses what is out of range or null. */\n  static void check(");
    out.append(
        components.stream().map(c -> c.type() + " " + c.name()).collect(Collectors.joining(", ")));
    out.append(") {\n");
    for (Component c : components) {
      if (!c.isPrimitive()) {
        out.append("    java.util.Objects.requireNonNull(").append(c.name()).append(", \"");
        out.append(record.getSimpleName()).append(": ").append(c.name());
        out.append(" must not be null\");\n");
      }
      if (!c.range().isEmpty()) {
        appendRangeCheck(out, c);
      }
    }
    out.append("  }\n");
  }

  private void appendRangeCheck(StringBuilder out, Component c) {
    String value = c.name();
    String indent = "    ";
    if (!c.optionalOf().isEmpty()) {
      String getter =
          switch (c.optionalOf()) {
            case "int" -> "getAsInt()";
            case "long" -> "getAsLong()";
            default -> "getAsDouble()";
          };
      value = c.name() + "." + getter;
      out.append("    if (").append(c.name()).append(".isPresent()) {\n");
      indent = "      ";
    }
    out.append(indent).append("if (!(").append(condition(c.range(), value)).append(")) {\n");
    out.append(indent).append("  throw new IllegalArgumentException(\"");
    out.append(record.getSimpleName()).append(": ").append(c.name()).append(" must be in ");
    out.append(c.range()).append(", but was \" + ").append(value).append(");\n");
    out.append(indent).append("}\n");
    if (!c.optionalOf().isEmpty()) {
      out.append("    }\n");
    }
  }

  /** Turns an interval such as {@code [0, inf)} into a Java condition that is false for NaN. */
  private static String condition(String range, String value) {
    int comma = range.indexOf(',');
    int last = range.length() - 1;
    if (comma < 0 || "[(".indexOf(range.charAt(0)) < 0 || "])".indexOf(range.charAt(last)) < 0) {
      throw new IllegalArgumentException("range must look like [0, inf), but is " + range);
    }
    String low = range.substring(1, comma).strip();
    String high = range.substring(comma + 1, last).strip();
    return value
        + (range.charAt(0) == '[' ? " >= " : " > ")
        + number(low)
        + " && "
        + value
        + (range.charAt(last) == ']' ? " <= " : " < ")
        + number(high);
  }

  private static String number(String text) {
    return switch (text) {
      case "inf" -> "Double.POSITIVE_INFINITY";
      case "-inf" -> "Double.NEGATIVE_INFINITY";
      default -> Double.toString(Double.parseDouble(text));
    };
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String param(RecordComponentElement component, String member) {
    for (AnnotationMirror annotation : component.getAnnotationMirrors()) {
      if (annotation.getAnnotationType().toString().equals(ParamsProcessor.PARAM)) {
        for (var entry : annotation.getElementValues().entrySet()) {
          if (entry.getKey().getSimpleName().contentEquals(member)) {
            return entry.getValue().getValue().toString();
          }
        }
      }
    }
    return "";
  }
}
