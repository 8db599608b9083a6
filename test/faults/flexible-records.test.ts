import { tellStories } from "./stories";

tellStories("flexible-records");
