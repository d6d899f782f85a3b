package dev.evenkeel.runbook.shape;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Makes a record from its components. */
final class Records {
  private Records() {}

  static Record make(Class<? extends Record> type, List<Object> components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getDeclaredConstructor(types).newInstance(components.toArray());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("%s refuses %s".formatted(type, components), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s cannot be made by its components".formatted(type), e);
    }
  }
}
