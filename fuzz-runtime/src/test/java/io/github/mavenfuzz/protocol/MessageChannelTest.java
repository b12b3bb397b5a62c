// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.mavenfuzz.comparison.Milestone;
import io.github.mavenfuzz.comparison.Milestone.Kind;
import io.github.mavenfuzz.coverage.ClassHits;
import io.github.mavenfuzz.coverage.Hits;
import io.github.mavenfuzz.targets.TargetId;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MessageChannelTest {
  private static final TargetId TARGET =
      new TargetId(TargetId.Kind.FUZZ_TEST, "com.acme.T\u00e9st$Inner", "parses", "([BI)V");
  private static final List<ClassHits> HITS =
      List.of(Hits.of(Long.MIN_VALUE, 0, 9), Hits.of(-1), Hits.of(Long.MAX_VALUE, 3));
  private static final Failure FAILURE =
      new Failure(
          Failure.Kind.STACK_OVERFLOW,
          "0123456789abcdef",
          List.of("x.Y", "a.B$C"),
          "x.Y: \"quoted\" <html> & \\ \u0000\u001b\u2028 \ud83d\ude00 \u00fc",
          "x.Y: a\n\tat b(c.java:1)\r\n",
          true);

  @TempDir Path directory;
  private SocketChannel raw;
  private MessageChannel here;
  private MessageChannel there;

  @BeforeEach
  void connect() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("s"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      raw = SocketChannel.open(address);
      here = new MessageChannel(raw);
      there = new MessageChannel(server.accept());
    }
  }

  @AfterEach
  void disconnect() throws IOException {
    here.close();
    there.close();
  }

  static List<Call> calls() {
    return List.of(
        new Call.Open(TARGET, List.of("GET ", "\u00ff\"\0")),
        new Call.Warmup(List.of(), List.of()),
        new Call.Warmup(List.of(content(0), content(1), content(100)), HITS),
        new Call.Fuzz(
            content(3),
            content(4),
            Long.MIN_VALUE,
            Set.of(Technique.TEXT, Technique.MENDING),
            true,
            Integer.MAX_VALUE,
            Long.MAX_VALUE,
            100,
            HITS,
            List.of("0123456789abcdef")),
        new Call.Replay(content(6)),
        new Call.Minimize(content(5), FAILURE, null, 1L << 60, 0),
        new Call.Minimize(content(5), null, HITS, 1, 60_000),
        new Call.Close());
  }

  static List<Response> responses() {
    return List.of(
        new Response.Hello("token", "1.0-\u00e4"),
        new Response.Opened(List.of(content(7)), List.of("a notice\nof two lines", "")),
        new Response.Warmed(List.of(HITS, List.of()), null),
        new Response.Warmed(List.of(HITS), FAILURE),
        new Response.Fuzzed(
            9_007_199_254_740_993L,
            List.of(new Response.Interesting(content(2), HITS, 100)),
            List.of(
                new Response.Further(
                    content(1), List.of(new Milestone(Kind.NEAREST, Integer.MAX_VALUE)))),
            HITS,
            null,
            null,
            Map.of("0123456789abcdef", 1L << 40)),
        new Response.Fuzzed(1, List.of(), List.of(), List.of(), FAILURE, content(2), Map.of()),
        new Response.Replayed(null),
        new Response.Replayed(FAILURE),
        new Response.Progress(content(2), FAILURE, 12),
        new Response.Progress(content(2), null, 12),
        new Response.Minimized(true, content(1), FAILURE, 2, null, null),
        new Response.Minimized(false, content(1), null, 2, FAILURE, content(4)),
        new Response.Closed(null, List.of()),
        new Response.Closed("it failed", List.of("and more")),
        new Response.Hung(FAILURE),
        new Response.Failed("nothing goes"));
  }

  private static Content content(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return new Content(bytes);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void call_arrivesAsItWas(Call call) throws IOException {
    here.send(call);
    assertThat(there.receiveCall()).isEqualTo(call);
  }

  @ParameterizedTest
  @MethodSource("responses")
  void response_arrivesAsItWas(Response response) throws IOException {
    there.send(response);
    assertThat(here.receiveResponse()).isEqualTo(response);
  }

  @ParameterizedTest
  @MethodSource("responses")
  void message_isOneLine(Response response) {
    assertThat(MessageJson.toJson(response)).doesNotContain("\n", "\r").startsWith("{");
  }

  @Test
  void messages_arriveInTheirOrderHoweverTheyAreCut() throws IOException {
    byte[] two = (MessageJson.toJson(calls().get(0)) + "\n{\"close\":{}}\n{\"clo").getBytes(UTF_8);
    for (int cut : new int[] {0, 1, 20, two.length - 7, two.length - 6, two.length - 5}) {
      write(two, 0, cut);
      write(two, cut, two.length);
      assertThat(there.receiveCall()).isEqualTo(calls().get(0));
      assertThat(there.receiveCall()).isEqualTo(new Call.Close());
      write("se\":{}}\n");
      assertThat(there.receiveCall()).isEqualTo(new Call.Close());
    }
  }

  @Test
  void longMessage_arrives() throws Exception {
    Call call = new Call.Warmup(List.of(content(5 << 20)), List.of());
    Thread writer =
        new Thread(
            () -> {
              try {
                here.send(call);
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
    writer.start();
    assertThat(there.receiveCall()).isEqualTo(call);
    writer.join();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!garbage",
        "",
        "null",
        "1",
        "[]",
        "\"close\"",
        "{}",
        "{\"close\":null}",
        "{\"close\":1}",
        "{\"close\":[]}",
        "{\"close\":{},\"close\":{}}",
        "{\"Close\":{}}",
        "{\"hello\":{}}",
        "{\"close\":{}",
        "{\"close\":{}}}",
        "{\"open\":{\"target\":7}}",
        "{\"fuzz\":{\"entry\":\"not base 64\"}}",
        "{\"fuzz\":{\"seed\":1e400}}",
        "{\"fuzz\":{\"seed\":99999999999999999999}}",
        "{\"fuzz\":{\"maxLength\":2147483648}}",
        "{\"fuzz\":{\"seed\":\"x\"}}"
      })
  void garbage_isAnErrorThatQuotesIt(String line) throws IOException {
    write(line + "\n");
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(there::receiveCall)
        .withMessageContaining('"' + line + '"');
    here.send(new Call.Close());
    assertThat(there.receiveCall()).isEqualTo(new Call.Close());
  }

  @Test
  void garbage_isQuotedInPartAndPrintable() throws IOException {
    write("\u001b[2J" + "x".repeat(1_000) + "\n");
    assertThatExceptionOfType(ProtocolException.class)
        .isThrownBy(there::receiveResponse)
        .withMessageContaining("\"?[2Jxxx")
        .withMessageEndingWith("xxx...\"")
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
  }

  @Test
  void deepNesting_isAnError() throws IOException {
    write("{\"close\":".repeat(20_000) + "\n");
    assertThatExceptionOfType(ProtocolException.class).isThrownBy(there::receiveCall);
  }

  /** Whoever sends a gigabyte is told that it is too much, long before memory is. */
  @Test
  void messageThatIsTooLong_isAnErrorBeforeItsEnd() throws IOException {
    UnixDomainSocketAddress address = UnixDomainSocketAddress.of(directory.resolve("t"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      try (SocketChannel sender = SocketChannel.open(address);
          MessageChannel receiver = new MessageChannel(server.accept(), 1_000)) {
        sender.write(ByteBuffer.wrap("{\"close\":{}}\n".getBytes(UTF_8)));
        assertThat(receiver.receiveCall()).isEqualTo(new Call.Close());
        sender.write(ByteBuffer.wrap("x".repeat(1_100).getBytes(UTF_8)));
        assertThatExceptionOfType(ProtocolException.class)
            .isThrownBy(receiver::receiveCall)
            .withMessageContaining("a message of more than 1000 bytes")
            .withMessageContaining("heap of");
      }
    }
  }

  @Test
  void end_isToldWithOrWithoutHalfALine() throws IOException {
    write("{\"close\":{}}\n{\"pi");
    here.close();
    assertThat(there.receiveCall()).isEqualTo(new Call.Close());
    assertThatExceptionOfType(EOFException.class).isThrownBy(there::receiveCall);
    assertThatExceptionOfType(EOFException.class).isThrownBy(there::receiveCall);
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private void write(String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    write(bytes, 0, bytes.length);
  }

  private void write(byte[] bytes, int from, int to) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes, from, to - from);
    while (buffer.hasRemaining()) {
      raw.write(buffer);
    }
  }
}
