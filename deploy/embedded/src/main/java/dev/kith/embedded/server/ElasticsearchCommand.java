package dev.kith.embedded.server;

import dev.kith.embedded.process.JvmCommand;
import dev.kith.embedded.process.StackException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line that the launcher of Elasticsearch builds, for the version in the root pom. */
final class ElasticsearchCommand {

  private static final List<String> SAME_FOR_ALL =
      List.of(
          "-Des.networkaddress.cache.ttl=60",
          "-Des.networkaddress.cache.negative.ttl=10",
          "-Xss1m",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "-Djna.nosys=true",
          "-XX:-OmitStackTraceInFastThrow",
          "-Dio.netty.noUnsafe=true",
          "-Dio.netty.noKeySetOptimization=true",
          "-Dio.netty.recycler.maxCapacityPerThread=0",
          "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.lucene99=org.elasticsearch.server",
          "--add-opens=org.apache.lucene.core/org.apache.lucene.codecs.hnsw=org.elasticsearch.server",
          "--add-opens=org.apache.lucene.core/org.apache.lucene.internal.vectorization=org.elasticsearch.server",
          "-Dlog4j.shutdownHookEnabled=false",
          "-Dlog4j2.disable.jmx=true",
          "-Dlog4j2.formatMsgNoLookups=true",
          "-Djava.locale.providers=CLDR",
          "-Dorg.apache.lucene.vectorization.upperJavaFeatureVersion=25",
          "-Des.distribution.type=zip",
          "-Des.java.type=ES_JAVA_HOME",
          "--enable-native-access=org.elasticsearch.nativeaccess,org.elasticsearch.foreign,org.apache.lucene.core",
          "--enable-native-access=ALL-UNNAMED",
          "--illegal-native-access=deny",
          "-XX:+EnableDynamicAgentLoading",
          "-Djdk.attach.allowAttachSelf=true",
          "--add-exports=java.base/org.elasticsearch.entitlement.bridge="
              + "org.elasticsearch.entitlement,java.logging,java.net.http,java.naming,jdk.net,jdk.zipfs,jdk.management.agent",
          "--add-modules=jdk.incubator.vector",
          "-Dorg.apache.lucene.store.defaultReadAdvice=normal",
          "-Dorg.apache.lucene.store.MMapDirectory.sharedArenaMaxPermits=1",
          "--add-opens=java.base/java.nio=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC");

  private ElasticsearchCommand() {}

  static List<String> of(Path distribution, Path base, ServerHeapSizes sizes) {
    Path lib = distribution.resolve("lib");
    List<String> command = new ArrayList<>(List.of(JvmCommand.java().toString()));
    command.addAll(SAME_FOR_ALL);
    command.add("-Des.path.home=" + distribution);
    command.add("--patch-module=java.base=" + bridge(lib));
    command.add("-Djava.io.tmpdir=" + base.resolve("tmp"));
    command.add("-XX:ErrorFile=" + base.resolve("logs/hs_err.log"));
    command.addAll(List.of("-Xms" + sizes.elasticsearch(), "-Xmx" + sizes.elasticsearch()));
    command.addAll(sizes.compiler());
    command.addAll(List.of("--module-path", lib.toString(), "--add-modules=jdk.net"));
    command.addAll(List.of("--add-modules=jdk.management.agent", "--add-modules=ALL-MODULE-PATH"));
    command.add("-m");
    command.add("org.elasticsearch.server/org.elasticsearch.bootstrap.Elasticsearch");
    return command;
  }

  private static Path bridge(Path lib) {
    try (Stream<Path> jars = Files.list(lib.resolve("entitlement-bridge"))) {
      return jars.findFirst().orElseThrow(() -> new StackException("no bridge jar in " + lib));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
