package dev.evenkeel.cli;

import java.lang.reflect.Constructor;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands; those that take a {@link Caller} get it. */
record MadeFor(Caller caller) implements IFactory {

  @Override
  public <K> K create(Class<K> type) throws Exception {
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      if (constructor.getParameterCount() == 1
          && constructor.getParameterTypes()[0] == Caller.class) {
        constructor.setAccessible(true);
        return type.cast(constructor.newInstance(caller));
      }
    }
    return CommandLine.defaultFactory().create(type);
  }
}
