// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import io.github.mavenfuzz.comparison.Hook.Operands;
import io.github.mavenfuzz.comparison.Site.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Methods of the JDK that read bytes which have to have a form, with examples: a search does not
 * come through checksums and code that is not instrumented.
 */
final class BinaryForms {
  private static final String CONTENT = "abcdefgh";
  private static final String CHECKSUM = "P*\u00EF\u00AE";
  private static final String SIZE = "\b\0\0\0";

  private static final String DEFLATED = "\u0001\b\0\u00F7\u00FF" + CONTENT;
  private static final String ZLIB = "x\u0001" + DEFLATED + "\u000E\0\u0003%";
  private static final String GZIP =
      "\u001F\u008B\b\0\0\0\0\0\0\u00FF" + DEFLATED + CHECKSUM + SIZE;
  private static final String ZIP =
      "PK\u0003\u0004\n\0\0\0\0\0\0\0!\0" + CHECKSUM + SIZE + SIZE + "\u0001\0\0\0a" + CONTENT;
  private static final String SERIALIZED = "\u00AC\u00ED\0\u0005t\0\u0001a";
  private static final String XML = "<a b=\"c\">d</a>";

  private static final String STREAM = "Ljava/io/InputStream;";
  private static final String XML_SOURCE = "Lorg/xml/sax/InputSource;";
  private static final String XML_HANDLER = "Lorg/xml/sax/helpers/DefaultHandler;";
  private static final String XML_READER = "Ljavax/xml/stream/XMLStreamReader;";

  private BinaryForms() {}

  /** Hooks by owner, name and descriptor of what they are for. */
  static Map<String, Hook> hooks() {
    Map<String, Hook> hooks = new HashMap<>();
    List<String> inflated = List.of(ZLIB, DEFLATED);
    String inflater = "java/util/zip/Inflater.setInput";
    put(hooks, Operands.ONE, inflater + "([B)V", inflated);
    put(hooks, Operands.ONE_BELOW_TWO, inflater + "([BII)V", inflated);
    String inflating = "java/util/zip/InflaterInputStream.<init>(" + STREAM;
    put(hooks, Operands.ONE, inflating + ")V", List.of(ZLIB));
    put(hooks, Operands.ONE_BELOW_ONE, inflating + "Ljava/util/zip/Inflater;)V", inflated);
    String gzip = "java/util/zip/GZIPInputStream.<init>(" + STREAM;
    put(hooks, Operands.ONE, gzip + ")V", List.of(GZIP));
    put(hooks, Operands.ONE_BELOW_ONE, gzip + "I)V", List.of(GZIP));
    for (String archive : new String[] {"zip/Zip", "jar/Jar"}) {
      String constructor = "java/util/" + archive + "InputStream.<init>(" + STREAM;
      put(hooks, Operands.ONE, constructor + ")V", List.of(ZIP));
    }
    String objects = "java/io/ObjectInputStream.<init>(" + STREAM;
    put(hooks, Operands.ONE, objects + ")V", List.of(SERIALIZED));
    xml(hooks);
    return hooks;
  }

  private static void xml(Map<String, Hook> hooks) {
    List<String> examples = List.of(XML);
    String documents = "javax/xml/parsers/DocumentBuilder.parse(";
    String streams = "javax/xml/stream/XMLInputFactory.createXMLStreamReader(";
    for (String source : new String[] {STREAM, XML_SOURCE}) {
      put(hooks, Operands.ONE, documents + source + ")Lorg/w3c/dom/Document;", examples);
      String events = "javax/xml/parsers/SAXParser.parse(" + source + XML_HANDLER + ")V";
      put(hooks, Operands.ONE_BELOW_ONE, events, examples);
    }
    put(hooks, Operands.ONE, "org/xml/sax/XMLReader.parse(" + XML_SOURCE + ")V", examples);
    for (String source : new String[] {STREAM, "Ljava/io/Reader;"}) {
      put(hooks, Operands.ONE, streams + source + ")" + XML_READER, examples);
    }
  }

  private static void put(
      Map<String, Hook> hooks, Operands operands, String method, List<String> examples) {
    hooks.put(method, new Hook(Kind.BYTES_FORM, operands, examples));
  }
}
