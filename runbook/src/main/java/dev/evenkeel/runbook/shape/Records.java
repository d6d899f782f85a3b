package dev.evenkeel.runbook.shape;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Makes a record from its components. */
final class Records {
  /** Looked for once: an estate has a hundred thousand of one record. */
  private static final ClassValue<Constructor<?>> CONSTRUCTORS =
      new ClassValue<>() {
        @Override
        protected Constructor<?> computeValue(Class<?> type) {
          return constructor(type);
        }
      };

  private Records() {}

  static Record make(Class<? extends Record> type, List<Object> components) {
    try {
      return (Record) CONSTRUCTORS.get(type).newInstance(components.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("%s refuses %s".formatted(type, components), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s cannot be made by its components".formatted(type), e);
    }
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(type + " is no record", e);
    }
  }
}
