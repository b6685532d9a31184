// The texts of the page.
import { Wording, type Language, type Texts } from "../ui/wording";
import texts from "./texts.json";

export class PageWords extends Wording<keyof typeof texts> {
  constructor(language: Language) {
    super(language, texts as Texts);
  }
}
