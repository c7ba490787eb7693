package org.cairnml.data;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairnml.base.DataException;

/** Columns from Java objects: lists, maps, records and beans. */
final class ObjectColumns {

  private ObjectColumns() {}

  static Table ofColumns(Map<String, ? extends List<?>> columns) {
    return Table.of(
        columns.entrySet().stream().map(e -> column(e.getKey(), e.getValue())).toList());
  }

  static Table ofRows(Collection<? extends Map<String, ?>> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> names.addAll(row.keySet()));
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    for (String name : names) {
      List<Object> values = new ArrayList<>();
      rows.forEach(row -> values.add(row.get(name)));
      columns.put(name, values);
    }
    return ofColumns(columns);
  }

  static Table ofRecords(Collection<? extends Record> records) {
    if (records.isEmpty()) {
      throw new DataException("there are no records, so there is no way to know their columns");
    }
    RecordComponent[] components = records.iterator().next().getClass().getRecordComponents();
    Map<String, Method> getters = new LinkedHashMap<>();
    for (RecordComponent component : components) {
      getters.put(component.getName(), component.getAccessor());
    }
    return ofObjects(records, getters);
  }

  static <T> Table ofBeans(Class<T> type, Collection<? extends T> beans) {
    Map<String, Method> getters = new TreeMap<>();
    Arrays.stream(type.getMethods())
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> method.getDeclaringClass() != Object.class)
        .forEach(method -> property(method).ifPresent(name -> getters.put(name, method)));
    if (getters.isEmpty()) {
      throw new DataException(type.getName() + " has no public method like getName() or isName()");
    }
    return ofObjects(beans, getters);
  }

  private static Optional<String> property(Method getter) {
    String name = getter.getName();
    boolean truth = getter.getReturnType() == boolean.class && name.matches("is\\p{Lu}.*");
    if (!truth && !name.matches("get\\p{Lu}.*") || getter.getReturnType() == void.class) {
      return Optional.empty();
    }
    String upper = name.substring(truth ? 2 : 3);
    return Optional.of(upper.substring(0, 1).toLowerCase(Locale.ROOT) + upper.substring(1));
  }

  private static Table ofObjects(Collection<?> objects, Map<String, Method> getters) {
    Map<String, List<Object>> columns = new LinkedHashMap<>();
    getters.forEach(
        (name, getter) -> {
          List<Object> values = new ArrayList<>();
          objects.forEach(object -> values.add(get(object, getter)));
          columns.put(name, values);
        });
    return ofColumns(columns);
  }

  private static Object get(Object object, Method getter) {
    try {
      getter.setAccessible(true);
      return getter.invoke(object);
    } catch (InvocationTargetException e) {
      throw new DataException(getter + " failed for " + object + ": " + e.getCause(), e.getCause());
    } catch (ReflectiveOperationException | RuntimeException e) {
      throw new DataException(
          "cannot call " + getter + "; open its package to the module org.cairnml.core", e);
    }
  }

  /** The column of these values, whose classes decide on its kind; null is missing. */
  private static Column column(String name, List<?> values) {
    ObjectColumn column = new ObjectColumn(name);
    values.forEach(column::add);
    return column.toColumn();
  }
}
