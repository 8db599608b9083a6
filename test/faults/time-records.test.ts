import { tellStories } from "./stories";

tellStories("time-records");
