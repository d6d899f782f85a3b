package dev.evenkeel.estate.text;

import dev.evenkeel.estate.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Documents as people write them. */
public final class YamlText {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setDefaultFlowStyle(FlowStyle.BLOCK)
          .setIndicatorIndent(2)
          .setIndentWithIndicator(true)
          .setWidth(120)
          .build();

  private YamlText() {}

  /** One document, without a line that parts it from others. */
  public static String of(Document document) {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("apiVersion", "evenkeel/v1");
    whole.put("kind", document.kind().word());
    whole.putAll(document.fields());
    return of(whole);
  }

  /** A mapping of texts, numbers, flags, lists and mappings. */
  public static String of(Map<String, ?> mapping) {
    return new Dump(SETTINGS).dumpToString(mapping);
  }
}
