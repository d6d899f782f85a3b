package dev.evenkeel.server.database;

import dev.evenkeel.server.shared.DataFolder;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The data folder, held for this server alone, and the database in it or elsewhere. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  DataFolder dataFolder(@Value("${evenkeel.data:}") String named) {
    return DataFolder.in(
        named.isBlank()
            ? DataFolder.usualPlace(System.getenv(), System.getProperty("user.home"))
            : Path.of(named));
  }

  @Bean
  FolderLock folderLock(DataFolder folder) {
    return FolderLock.take(folder);
  }

  /** Asks for the lock so that no database is touched before the folder is held. */
  @Bean
  Database database(
      DatabaseSettings settings,
      DataFolder folder,
      FolderLock lock,
      @Value("${evenkeel.cache:}") String cache) {
    return Database.open(settings, folder, cacheFolder(cache));
  }

  private static Path cacheFolder(String named) {
    if (!named.isBlank()) {
      return Path.of(named).toAbsolutePath();
    }
    var cacheHome = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
    var base =
        cacheHome.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cacheHome);
    return base.resolve("evenkeel").toAbsolutePath();
  }
}
