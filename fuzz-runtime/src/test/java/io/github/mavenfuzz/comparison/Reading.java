// SPDX-License-Identifier: Apache-2.0
package io.github.mavenfuzz.comparison;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.ObjectInputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.JarInputStream;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Reads bytes that have to have a form, in every way that a hook knows; each method in one. */
final class Reading {
  private static final String READ = "read";

  private Reading() {}

  static String inflater(byte[] data) throws DataFormatException {
    Inflater inflater = new Inflater();
    inflater.setInput(data);
    return inflated(inflater);
  }

  static String inflaterOfPart(byte[] data) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(data, 0, data.length);
    return inflated(inflater);
  }

  private static String inflated(Inflater inflater) throws DataFormatException {
    byte[] content = new byte[100];
    int length = inflater.inflate(content);
    inflater.end();
    return new String(content, 0, length, StandardCharsets.ISO_8859_1);
  }

  static String inflating(byte[] data) throws IOException {
    return text(new InflaterInputStream(stream(data)));
  }

  static String inflatingRaw(byte[] data) throws IOException {
    return text(new InflaterInputStream(stream(data), new Inflater(true)));
  }

  static String gzip(byte[] data) throws IOException {
    return text(new GZIPInputStream(stream(data)));
  }

  static String gzipWithBuffer(byte[] data) throws IOException {
    return text(new GZIPInputStream(stream(data), 64));
  }

  static String zip(byte[] data) throws IOException {
    ZipInputStream archive = new ZipInputStream(stream(data));
    return archive.getNextEntry() + text(archive);
  }

  static String jar(byte[] data) throws IOException {
    JarInputStream archive = new JarInputStream(stream(data));
    return archive.getNextEntry() + text(archive);
  }

  static String object(byte[] data) throws IOException, ClassNotFoundException {
    return String.valueOf(new ObjectInputStream(stream(data)).readObject());
  }

  static String document(byte[] data)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(stream(data))
        .getDocumentElement()
        .getTextContent();
  }

  static String documentOfSource(byte[] data)
      throws IOException, ParserConfigurationException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(stream(data)))
        .getDocumentElement()
        .getTextContent();
  }

  static String events(byte[] data) throws IOException, ParserConfigurationException, SAXException {
    SAXParserFactory.newInstance().newSAXParser().parse(stream(data), new DefaultHandler());
    return READ;
  }

  static String eventsOfSource(byte[] data)
      throws IOException, ParserConfigurationException, SAXException {
    InputSource source = new InputSource(stream(data));
    SAXParserFactory.newInstance().newSAXParser().parse(source, new DefaultHandler());
    return READ;
  }

  static String xmlReader(byte[] data)
      throws IOException, ParserConfigurationException, SAXException {
    XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
    reader.parse(new InputSource(stream(data)));
    return READ;
  }

  static String pulled(byte[] data) throws XMLStreamException {
    return text(XMLInputFactory.newFactory().createXMLStreamReader(stream(data)));
  }

  static String pulledChars(byte[] data) throws XMLStreamException {
    InputStreamReader chars = new InputStreamReader(stream(data), StandardCharsets.UTF_8);
    return text(XMLInputFactory.newFactory().createXMLStreamReader(chars));
  }

  private static String text(XMLStreamReader reader) throws XMLStreamException {
    int unused = reader.nextTag();
    return reader.getElementText();
  }

  private static InputStream stream(byte[] data) {
    return new ByteArrayInputStream(data);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
