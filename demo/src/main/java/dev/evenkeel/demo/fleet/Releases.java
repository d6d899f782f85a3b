package dev.evenkeel.demo.fleet;

import dev.evenkeel.demo.app.Fault;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The releases of the demo: the old one, the new one, and the new one with each fault. */
public final class Releases {

  private Releases() {}

  public static List<Release> all() {
    Stream<Release> news = Arrays.stream(Fault.values()).map(Release::bad);
    return Stream.concat(Stream.of(Release.OLD), news).toList();
  }

  /**
   * @param tell gets lines about a fetch, for people
   */
  public static void addAll(Fleet fleet, TomcatDepot depot, Consumer<String> tell)
      throws IOException, InterruptedException {
    for (Release release : all()) {
      fleet.add(release, depot.tomcat(release.tomcat(), tell));
    }
  }
}
