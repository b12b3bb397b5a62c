// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.protocol;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringReader;
import java.util.Base64;
import java.util.BitSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Messages as JSON: an object with one member, named after the message and holding its components.
 * Bytes and bit sets are base64.
 */
final class MessageJson {

  private static final class BytesAdapter extends TypeAdapter<Content> {
    @Override
    public void write(JsonWriter out, Content content) throws IOException {
      out.value(Base64.getEncoder().encodeToString(content.bytes()));
    }

    @Override
    public Content read(JsonReader in) throws IOException {
      return new Content(Base64.getDecoder().decode(in.nextString()));
    }
  }

  private static final class BitSetAdapter extends TypeAdapter<BitSet> {
    @Override
    public void write(JsonWriter out, BitSet bits) throws IOException {
      out.value(Base64.getEncoder().encodeToString(bits.toByteArray()));
    }

    @Override
    public BitSet read(JsonReader in) throws IOException {
      return BitSet.valueOf(Base64.getDecoder().decode(in.nextString()));
    }
  }

  private static final Gson GSON =
      new GsonBuilder()
          .registerTypeAdapter(Content.class, new BytesAdapter().nullSafe())
          .registerTypeAdapter(BitSet.class, new BitSetAdapter().nullSafe())
          .disableHtmlEscaping()
          .setStrictness(Strictness.STRICT)
          .create();

  private static final Map<String, Class<? extends Call>> CALLS =
      Stream.of(
              Call.Open.class,
              Call.Warmup.class,
              Call.Replay.class,
              Call.Fuzz.class,
              Call.Minimize.class,
              Call.Close.class)
          .collect(Collectors.toUnmodifiableMap(MessageJson::nameOf, type -> type));

  private static final Map<String, Class<? extends Response>> RESPONSES =
      Stream.of(
              Response.Hello.class,
              Response.Opened.class,
              Response.Warmed.class,
              Response.Replayed.class,
              Response.Fuzzed.class,
              Response.Progress.class,
              Response.Minimized.class,
              Response.Closed.class,
              Response.Hung.class,
              Response.Failed.class)
          .collect(Collectors.toUnmodifiableMap(MessageJson::nameOf, type -> type));

  private MessageJson() {}

  /** The one line of a message, without its end. */
  static String toJson(Object message) {
    JsonObject envelope = new JsonObject();
    envelope.add(nameOf(message.getClass()), GSON.toJsonTree(message));
    return GSON.toJson(envelope);
  }

  static Call toCall(String json) throws ProtocolException {
    return fromJson(json, CALLS);
  }

  static Response toResponse(String json) throws ProtocolException {
    return fromJson(json, RESPONSES);
  }

  static WorkerSettings toSettings(String json) throws ProtocolException {
    return fromJson(json, Map.of(nameOf(WorkerSettings.class), WorkerSettings.class));
  }

  private static <T> T fromJson(String json, Map<String, Class<? extends T>> types)
      throws ProtocolException {
    try (JsonReader in = GSON.newJsonReader(new StringReader(json))) {
      in.beginObject();
      Class<? extends T> type = types.get(in.nextName());
      if (type != null) {
        T message = GSON.fromJson(in, type);
        in.endObject();
        if (message != null && in.peek() == JsonToken.END_DOCUMENT) {
          return message;
        }
      }
    } catch (IOException | RuntimeException e) {
      // A record that is not complete throws as it is made; so do gson and base64.
      throw new ProtocolException("not a message: " + start(json), e);
    }
    throw new ProtocolException("unknown message: " + start(json));
  }

  private static String nameOf(Class<?> type) {
    return type.getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Enough of a line to recognize it in a message to the user. */
  private static String start(String json) {
    String cut = json.length() > 100 ? json.substring(0, 100) + "..." : json;
    return '"' + cut.replaceAll("[^ -~]", "?") + '"';
  }
}
