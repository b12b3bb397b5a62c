// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.coordinator;

import static org.assertj.core.api.Assertions.assertThat;

import fixtures.Scratch;
import io.github.mavenfuzz.corpus.CorpusFile;
import io.github.mavenfuzz.corpus.MalformedEntryException;
import io.github.mavenfuzz.corpus.Signature;
import io.github.mavenfuzz.protocol.Technique;
import io.github.mavenfuzz.targets.TargetId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One campaign with real workers on a target of {@code fixtures}. */
final class TestCampaign {
  private static final String DESCRIPTOR = "([B)V";

  /** How often a finding is run when all is over, to confirm it: not part of any budget. */
  static final int CONFIRMATION = 1;

  static final Signature SIGNATURE = Signature.ofDescriptor(DESCRIPTOR);

  private final Path directory;
  private final TargetId target;
  private final RecordingLog log = new RecordingLog();
  private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private Path runtimeJar;
  private List<String> arguments = List.of();
  private Budget budget = Budget.UNLIMITED;
  private Budget minimize = new Budget(Duration.ofSeconds(60), Budget.NO_LIMIT);
  private int parallel = 1;
  private Duration timeout = Duration.ofSeconds(30);
  private Duration setUpTimeout = Duration.ofMinutes(1);
  private int keepGoing = 1;
  private Set<String> ignored = Set.of();
  private List<String> dictionary = List.of();
  private Set<Technique> without = Set.of();
  private Long seed = 1L;
  private List<String> includes = List.of("fixtures.**");
  private List<String> excludes = List.of();
  private List<Path> moreClassPath = List.of();

  /** A campaign of one worker with a fixed seed, whose files are below the directory. */
  TestCampaign(Class<?> target, Path directory) throws IOException {
    this(target.getName(), directory);
  }

  /** The same on a target that is only on the class path of workers. */
  TestCampaign(String target, Path directory) throws IOException {
    this.directory = directory;
    this.target = new TargetId(TargetId.Kind.STATIC, target, "fuzzerTestOneInput", DESCRIPTOR);
    Files.createDirectories(scratch());
    Files.createDirectories(seeds());
    Files.createDirectories(cache());
  }

  TestCampaign executions(long executions) {
    budget = new Budget(budget.time(), executions);
    return this;
  }

  TestCampaign time(Duration time) {
    budget = new Budget(time, budget.executions());
    return this;
  }

  TestCampaign minimize(Budget minimize) {
    this.minimize = minimize;
    return this;
  }

  TestCampaign parallel(int parallel) {
    this.parallel = parallel;
    return this;
  }

  TestCampaign timeout(Duration timeout) {
    this.timeout = timeout;
    return this;
  }

  TestCampaign setUpTimeout(Duration setUpTimeout) {
    this.setUpTimeout = setUpTimeout;
    return this;
  }

  TestCampaign keepGoing(int keepGoing) {
    this.keepGoing = keepGoing;
    return this;
  }

  TestCampaign ignoring(String... ignored) {
    this.ignored = Set.of(ignored);
    return this;
  }

  TestCampaign dictionary(String... tokens) {
    dictionary = List.of(tokens);
    return this;
  }

  TestCampaign without(Technique... techniques) {
    this.without = Set.of(techniques);
    return this;
  }

  /** With slices of time, as when the user gives no seed. */
  TestCampaign unseeded() {
    seed = null;
    return this;
  }

  TestCampaign seed(long seed) {
    this.seed = seed;
    return this;
  }

  TestCampaign filter(List<String> includes, List<String> excludes) {
    this.includes = includes;
    this.excludes = excludes;
    return this;
  }

  TestCampaign java(Path java) {
    this.java = java;
    return this;
  }

  TestCampaign runtimeJar(Path runtimeJar) {
    this.runtimeJar = runtimeJar;
    return this;
  }

  TestCampaign arguments(String... arguments) {
    this.arguments = List.of(arguments);
    return this;
  }

  /** More of it, after the fixtures. */
  TestCampaign classPath(List<Path> more) {
    this.moreClassPath = more;
    return this;
  }

  TestCampaign withSeed(String name, String content) throws IOException {
    Files.writeString(seeds().resolve(name), content, StandardCharsets.ISO_8859_1);
    return this;
  }

  TestCampaign withCached(String name, String content) throws IOException {
    Files.writeString(cache().resolve(name), content, StandardCharsets.ISO_8859_1);
    return this;
  }

  Path seeds() {
    return directory.resolve("seeds");
  }

  Path cache() {
    return directory.resolve("cache");
  }

  Path reports() {
    return directory.resolve("reports");
  }

  Path scratch() {
    return directory.resolve("scratch");
  }

  /** What the target counted. */
  long counted() throws IOException {
    return Files.size(scratch().resolve("executions"));
  }

  /** The raw bytes of every input in the cache, by name. */
  List<byte[]> cachedInputs() throws IOException, MalformedEntryException {
    List<byte[]> inputs = new ArrayList<>();
    for (Path file : filesIn(cache())) {
      inputs.add(bytesOf(file));
    }
    return inputs;
  }

  static List<Path> filesIn(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  /** The one argument that a corpus file holds. */
  static byte[] bytesOf(Path file) throws IOException, MalformedEntryException {
    return (byte[]) CorpusFile.parse(Files.readAllBytes(file), SIGNATURE).get(0);
  }

  Path directory() {
    return directory;
  }

  Budget budget() {
    return budget;
  }

  List<String> arguments() {
    return arguments;
  }

  List<Path> moreClassPath() {
    return moreClassPath;
  }

  Path runtimeJar() {
    return runtimeJar == null ? RuntimeJar.path() : runtimeJar;
  }

  RecordingLog log() {
    return log;
  }

  TargetId target() {
    return target;
  }

  WorkerJvm jvm() {
    List<Path> classPath = new ArrayList<>();
    classPath.add(RuntimeJar.classesOf(Scratch.class));
    classPath.addAll(RuntimeJar.librariesNamed("opentest4j"));
    classPath.addAll(moreClassPath);
    return new WorkerJvm(
        java,
        runtimeJar(),
        arguments,
        classPath,
        Map.of(Scratch.PROPERTY, scratch().toString(), "fixtures.cache", cache().toString()),
        Map.of(),
        directory,
        0);
  }

  CoordinatorOptions options() {
    return new CoordinatorOptions(
        target,
        jvm(),
        seeds(),
        cache(),
        reports(),
        budget,
        minimize,
        parallel,
        setUpTimeout,
        timeout,
        4096,
        seed,
        includes,
        excludes,
        keepGoing,
        ignored,
        dictionary,
        directory,
        "",
        without);
  }

  Coordinator coordinator() {
    return new Coordinator(options(), log);
  }

  CampaignResult run() throws CoordinatorException {
    return run(coordinator());
  }

  /** Runs it; whatever comes of it, no worker is left. */
  static CampaignResult run(Coordinator coordinator) throws CoordinatorException {
    try {
      return coordinator.run();
    } finally {
      assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }
  }

  ReplayResult replay(String content) throws CoordinatorException {
    try {
      return new Replay(options(), log).run("input", content.getBytes(StandardCharsets.ISO_8859_1));
    } finally {
      assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    }
  }
}
