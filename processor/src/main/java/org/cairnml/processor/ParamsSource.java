package org.cairnml.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** The text of the interface {@code XParams} of one record {@code X}. */
final class ParamsSource {

  private static final String GROUP = "org.cairnml.core.ParamGroup";

  /**
   * One component: its type and name as written, its doc line and its range ("" for none), and the
   * components that it stands for if it is a group.
   */
  private record Component(
      String type, String name, String doc, String range, List<Component> members) {
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

    /** The hyperparameters within a group, those of its groups among them. */
    Stream<Component> leaves() {
      return members.stream().flatMap(m -> m.members.isEmpty() ? Stream.of(m) : m.leaves());
    }
  }

  private final String name;
  private final String packageName;
  private final boolean isGroup;
  private final List<Component> components;

  ParamsSource(TypeElement record, Elements elements) {
    this.name = record.getSimpleName().toString();
    this.packageName = elements.getPackageOf(record).getQualifiedName().toString();
    this.isGroup = isGroup(record);
    this.components = componentsOf(record);
  }

  private static List<Component> componentsOf(TypeElement record) {
    List<Component> all = new ArrayList<>();
    for (RecordComponentElement c : record.getRecordComponents()) {
      TypeMirror type = c.getAccessor().getReturnType();
      boolean group =
          type instanceof DeclaredType declared && isGroup((TypeElement) declared.asElement());
      all.add(
          new Component(
              type.toString(),
              c.getSimpleName().toString(),
              group ? "{@link " + type + "}" : param(c, "value"),
              param(c, "range"),
              group ? componentsOf((TypeElement) ((DeclaredType) type).asElement()) : List.of()));
    }
    return all;
  }

  private static boolean isGroup(TypeElement type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(a -> a.getAnnotationType().toString().equals(GROUP));
  }

  String qualifiedName() {
    return packageName + "." + name + "Params";
  }

  String text() {
    var out = new StringBuilder();
    out.append("package ").append(packageName).append(";\n\n");
    out.append("/** The {@code with} methods of {@link ").append(name).append("}. */\n");
    out.append("interface ").append(name).append("Params {\n");
    for (Component c : components) {
      out.append("\n  /** {@return ").append(c.name()).append(": ").append(html(c.doc()));
      out.append("} */\n");
      out.append("  ").append(c.type()).append(' ').append(c.name()).append("();\n");
      appendWith(out, c, c, c.name());
      c.leaves().forEach(leaf -> appendLeaf(out, c, leaf));
    }
    appendCheck(out);
    return out.append("}\n").toString();
  }

  /** The accessor and the {@code with} methods of a hyperparameter within a group. */
  private void appendLeaf(StringBuilder out, Component group, Component leaf) {
    out.append("\n  /** {@return ").append(leaf.name()).append(": ").append(html(leaf.doc()));
    out.append("} */\n");
    out.append("  default ").append(leaf.type()).append(' ').append(leaf.name()).append("() {\n");
    out.append("    return ").append(group.name()).append("().").append(leaf.name());
    out.append("();\n  }\n");
    String changed = group.name() + "()." + leaf.withName() + "(" + leaf.name() + ")";
    appendWith(out, group, leaf, changed);
  }

  /**
   * The {@code with} methods of {@code c}.
   *
   * @param place the component of the record that changes
   * @param value what it becomes
   */
  private void appendWith(StringBuilder out, Component place, Component c, String value) {
    String arguments =
        components.stream()
            .map(other -> other.equals(place) ? value : other.name() + "()")
            .collect(Collectors.joining(", "));
    appendWithHead(out, c, "another", c.type());
    out.append("    return new ").append(name).append('(').append(arguments).append(");\n  }\n");
    if (!c.optionalOf().isEmpty()) {
      appendWithHead(out, c, "this", c.optionalOf());
      out.append("    return ").append(c.withName()).append('(').append(c.type());
      out.append(".of(").append(c.name()).append("));\n  }\n");
    }
  }

  private void appendWithHead(StringBuilder out, Component c, String which, String type) {
    out.append("\n  /** {@return the same with ").append(which).append(" {@code ");
    out.append(c.name()).append("}: ").append(html(c.doc())).append(rangeNote(c));
    out.append("} */\n");
    out.append("  default ").append(name).append(' ').append(c.withName());
    out.append('(').append(type).append(' ').append(c.name()).append(") {\n");
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
        out.append(prefix()).append(c.name());
        out.append(" must not be null\");\n");
      }
      if (!c.range().isEmpty()) {
        appendRangeCheck(out, c);
      }
    }
    out.append("  }\n");
  }

  /** Messages name the learner; a group does not know whose it is. */
  private String prefix() {
    return isGroup ? "" : name + ": ";
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
    out.append(prefix()).append(c.name()).append(" must be in ");
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
