package gradus.web;

import gradus.message.Message;

/** A link in the navigation of every page. */
public record Link(String path, Message label) {}
