package dev.evenkeel.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Scripts that are made of several modules lie in a folder of their own, whose address carries a
 * digest of all of them: modules name each other without one, so that a browser would go on with
 * some old ones for as long as it keeps them.
 */
@Configuration(proxyBeanMethods = false)
class ScriptFolders implements WebMvcConfigurer {
  private static final List<String> FOLDERS = List.of("gantt");
  private static final Duration KEPT = Duration.ofDays(30);
  private static final int DIGITS = 16;

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : FOLDERS) {
      registry
          .addResourceHandler("/assets/%s/**".formatted(folder))
          .addResourceLocations("classpath:/static/assets/%s/".formatted(folder))
          .setCacheControl(CacheControl.maxAge(KEPT))
          .resourceChain(true)
          .addResolver(
              new VersionResourceResolver().addFixedVersionStrategy(digest(folder), "/**"));
    }
  }

  private static String digest(String folder) {
    try {
      Resource[] scripts =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath:/static/assets/%s/*.js".formatted(folder));
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Resource script :
          Stream.of(scripts)
              .sorted(Comparator.comparing(one -> String.valueOf(one.getFilename())))
              .toList()) {
        try (InputStream in = script.getInputStream()) {
          digest.update(in.readAllBytes());
        }
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException | NoSuchAlgorithmException notReadable) {
      throw new IllegalStateException("scripts of " + folder, notReadable);
    }
  }
}
