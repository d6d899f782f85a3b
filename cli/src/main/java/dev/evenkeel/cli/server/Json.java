package dev.evenkeel.cli.server;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as the server writes it. What is left out is empty, and what a newer server adds does not
 * disturb.
 */
public final class Json {
  private static final JsonSetter.Value EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);

  public static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(EnumFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .withConfigOverride(String.class, o -> o.setNullHandling(EMPTY))
          .withConfigOverride(List.class, o -> o.setNullHandling(EMPTY))
          .withConfigOverride(Map.class, o -> o.setNullHandling(EMPTY))
          .build();

  private Json() {}
}
