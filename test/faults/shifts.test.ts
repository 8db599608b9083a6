import { tellStories } from "./stories";

tellStories("shifts");
