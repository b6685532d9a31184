// The texts of the page, of its lessons and of its cards.
import { Wording, type Language, type Texts } from "../ui/wording";
import cards from "./cards/texts.json";
import lessons from "./lessons/texts.json";
import page from "./texts.json";

const texts = { ...page, ...lessons, ...cards };

export class PageWords extends Wording<keyof typeof texts> {
  constructor(language: Language) {
    super(language, texts as Texts);
  }
}
