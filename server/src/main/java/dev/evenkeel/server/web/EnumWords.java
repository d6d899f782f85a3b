package dev.evenkeel.server.web;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** One of a few words in an address, as documents spell them: in any case, with - or _. */
@SuppressWarnings("rawtypes")
final class EnumWords implements ConverterFactory<String, Enum> {
  @Override
  public <E extends Enum> Converter<String, @Nullable E> getConverter(Class<E> type) {
    return new One<>(type);
  }

  private record One<E extends Enum>(Class<E> type) implements Converter<String, @Nullable E> {
    @Override
    public @Nullable E convert(String text) {
      String word = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
      return word.isEmpty()
          ? null
          : Arrays.stream(type.getEnumConstants())
              .filter(one -> one.name().equals(word))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(text));
    }
  }
}
